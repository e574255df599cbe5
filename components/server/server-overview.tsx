"use client";
import type { ReactNode } from "react";
import { CopyButton } from "@/components/ui/copy-button.tsx";
import type { Session } from "@/lib/protocol/session.ts";
import { LaunchFacts } from "./launch-facts.tsx";
import { NegotiationSteps } from "./negotiation-steps.tsx";
import { ProblemLines } from "./problem-lines.tsx";
import { RunTable } from "./run-table.tsx";

function Part({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
	return (
		<section aria-label={title} className="min-w-0">
			<h3 className="flex h-6 items-center gap-2 text-11 font-medium text-text-3">
				{title}
				{action}
			</h3>
			{children}
		</section>
	);
}

/** Instructions, the way to the handshake, the launch and the runs. */
export function ServerOverview({ session }: { session: Session }) {
	const { server } = session;
	const instructions = server?.instructions;
	return (
		<div className="@container scroll-thin min-h-0 flex-1">
			<div className="grid gap-x-8 gap-y-4 px-4 py-2.5 @min-[720px]:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
				<div className="flex min-w-0 flex-col gap-4">
					{session.state !== "connected" && <ProblemLines problem={session.problem} />}
					<Part title={server ? `Negotiated ${server.protocolVersion || "no version"}, ${server.era} era` : "Handshake"}>
						{session.steps.length > 0 ? (
							<ol>
								<NegotiationSteps session={session} />
							</ol>
						) : (
							<p className="text-text-2">Nothing was exchanged yet.</p>
						)}
					</Part>
					<Part title={session.launch?.transport === "stdio" || session.target.kind !== "url" ? "Started by" : "Reached at"}>
						<LaunchFacts session={session} wire={false} />
					</Part>
				</div>
				<div className="flex min-w-0 flex-col gap-4">
					<Part title="Instructions" action={instructions && <CopyButton label="Copy instructions" text={instructions} />}>
						{instructions ? (
							<p
								// biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
								tabIndex={0}
								className="scroll-thin focus-inset max-h-60 rounded-sm border border-line-1 px-3 py-2 leading-[18px] wrap-break-word whitespace-pre-wrap"
							>
								{instructions}
							</p>
						) : (
							<p className="text-text-2">{server ? "The server sends none." : "They come with the handshake."}</p>
						)}
					</Part>
					<Part title="All runs">
						<RunTable runs={session.runs} state={session.state} />
					</Part>
				</div>
			</div>
		</div>
	);
}
