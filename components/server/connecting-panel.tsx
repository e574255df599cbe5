"use client";
import { cx } from "@/components/ui/class-names.ts";
import { Dot } from "@/components/ui/dot.tsx";
import { useNow } from "@/lib/client/use-now.ts";
import { formatDuration } from "@/lib/format/format-duration.ts";
import type { Session } from "@/lib/protocol/session.ts";
import { ConnectDeadline, isReached, useSlowFacts } from "./connecting-facts.tsx";
import { LaunchFacts } from "./launch-facts.tsx";
import { NegotiationSteps } from "./negotiation-steps.tsx";
import { StderrBlock } from "./stderr-block.tsx";

/** What is happening until a server answers for the first time. */
export function ConnectingPanel({ session }: { session: Session }) {
	const startedAt = session.runs.at(-1)?.startedAt ?? session.steps[0]?.at;
	const reached = isReached(session);
	const doing = session.target.kind === "url" ? "Connecting" : reached ? "Starting" : "Preparing";
	const now = useNow(100);
	const slow = useSlowFacts(session);
	return (
		<section aria-label="Server" className="animate-appear flex min-h-0 flex-1 flex-col">
			<div className="flex h-9 flex-none items-center gap-2 border-b border-line-1 px-4 whitespace-nowrap">
				<h2 className="cut font-mono text-13 font-semibold">{session.title}</h2>
				<span className="flex flex-none items-center gap-1.5 text-pending">
					<Dot tone="pending" pulse />
					{doing}
				</span>
				<span className="flex-1" />
				<ConnectDeadline session={session} />
				{startedAt !== undefined && now > 0 && (
					<span className="w-20 flex-none text-right text-15 font-medium tabular-nums">{formatDuration(Math.max(0, now - startedAt))}</span>
				)}
			</div>
			<div className="scroll-thin flex min-h-0 flex-1 flex-col gap-3 p-4">
				<ol className="flex-none">
					<NegotiationSteps session={session} />
					<li className="grid min-h-6 grid-cols-[64px_14px_minmax(0,1fr)] items-center gap-2">
						<span />
						<span className="grid place-items-center">
							<Dot tone="pending" pulse small />
						</span>
						<span className={cx(!session.progress && "text-text-2")}>
							{session.progress ?? (reached ? "Waiting for the server to answer" : "Working out how to start it")}
						</span>
					</li>
					{slow && (
						<li className="grid min-h-6 grid-cols-[64px_14px_minmax(0,1fr)] items-center gap-2">
							<span className="col-start-3 text-text-2 tabular-nums">{slow}</span>
						</li>
					)}
				</ol>
				<LaunchFacts session={session} className="flex-none" />
				<StderrBlock lines={session.stderrTail} failed={false} className="min-h-24 flex-initial" />
			</div>
		</section>
	);
}
