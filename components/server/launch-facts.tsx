"use client";
import type { ReactNode } from "react";
import { cx } from "@/components/ui/class-names.ts";
import { CopyButton } from "@/components/ui/copy-button.tsx";
import { commandLine } from "@/lib/client/command-line.ts";
import { inspector } from "@/lib/client/inspector.ts";
import { useStore } from "@/lib/client/use-store.ts";
import { setUrlState } from "@/lib/client/use-url-state.ts";
import { wireFacts } from "@/lib/client/wire-facts.ts";
import { formatCount } from "@/lib/format/format-bytes.ts";
import type { Session } from "@/lib/protocol/session.ts";

function Fact({ name, mono, children }: { name: string; mono?: boolean; children: ReactNode }) {
	return (
		<>
			<dt className="text-text-3">{name}</dt>
			<dd className={cx("min-w-0 wrap-anywhere", mono && "font-mono text-11 leading-5")}>{children}</dd>
		</>
	);
}

const frames = (count: number) => `${formatCount(count)} ${count === 1 ? "frame" : "frames"}`;

/** How the server was started and what crossed the wire. Of the environment only names are known here. */
export function LaunchFacts({ session, className }: { session: Session; className?: string }) {
	const { launch, target } = session;
	useStore(inspector.entries);
	const wire = wireFacts(inspector.entries, session.id, session.run);
	const command = launch ? commandLine(launch) : target.label;
	return (
		<dl className={cx("grid grid-cols-[64px_minmax(0,1fr)] gap-x-3 gap-y-0.5 leading-5", className)}>
			<Fact name={launch ? "Command" : "Target"} mono>
				<span className="inline-flex max-w-full items-start gap-1">
					<span className="min-w-0">{command}</span>
					<CopyButton label="Copy command" text={command} />
				</span>
			</Fact>
			<Fact name="Folder" mono>
				{launch?.cwd ?? target.cwd}
			</Fact>
			{launch?.runtime && <Fact name="Runtime">{launch.runtime}</Fact>}
			{launch?.sdk && <Fact name="SDK">{launch.sdk}</Fact>}
			{launch && (
				<Fact name="Wire">
					<span className="tabular-nums">
						{frames(wire.framesOut)} out, {formatCount(wire.framesIn)} in
					</span>
					{wire.framesOut + wire.framesIn > 0 && (
						<button type="button" className="link ml-2" onClick={() => setUrlState({ filter: "kind:frame" })}>
							Show frames
						</button>
					)}
				</Fact>
			)}
			{target.envNames.length > 0 && (
				<Fact name="Env" mono>
					{target.envNames.map((name) => (
						<span key={name} className="mr-3 inline-block">
							{name}=<span className="text-text-3">••••••••</span>
						</span>
					))}
				</Fact>
			)}
			{launch && launch.notes.length > 0 && (
				<Fact name="Notes">
					{launch.notes.map((note) => (
						<span key={note} className="block text-text-2">
							{note}
						</span>
					))}
				</Fact>
			)}
		</dl>
	);
}
