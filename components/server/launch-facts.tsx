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

/** Names whose values are secrets, or may be: they never come as far as this page. */
function MaskedFact({ name, names, between }: { name: string; names: readonly string[]; between: string }) {
	if (names.length === 0) return null;
	return (
		<Fact name={name} mono>
			{names.map((each) => (
				<span key={each} className="mr-3 inline-block">
					{each}
					{between}
					<span className="text-text-3">••••••••</span>
				</span>
			))}
		</Fact>
	);
}

const transportTitles = { stdio: "stdio", http: "Streamable HTTP", sse: "HTTP+SSE" } as const;

const frames = (count: number) => `${formatCount(count)} ${count === 1 ? "frame" : "frames"}`;

/** What crossed the wire in a run that is short. */
function WireFact({ session }: { session: Session }) {
	useStore(inspector.entries);
	const wire = wireFacts(inspector.entries, session.id, session.run);
	return (
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
	);
}

export type LaunchFactsProps = {
	session: Session;
	/** false where the run may be long: counting goes over all its entries */
	wire?: boolean;
	className?: string;
};

/** How the server was started or reached, and what crossed the wire. Of the environment and of headers only names are known here. */
export function LaunchFacts({ session, wire = true, className }: LaunchFactsProps) {
	const { launch, target } = session;
	const remote = launch ? launch.transport !== "stdio" : target.kind === "url";
	const command = launch ? commandLine(launch) : target.label;
	const what = remote ? "URL" : launch ? "Command" : "Target";
	return (
		<dl className={cx("grid grid-cols-[64px_minmax(0,1fr)] gap-x-3 gap-y-0.5 leading-5", className)}>
			<Fact name={what} mono>
				<span className="inline-flex max-w-full items-start gap-1">
					<span className="min-w-0">{command}</span>
					<CopyButton label={remote ? "Copy URL" : "Copy command"} text={command} />
				</span>
			</Fact>
			{remote ? (
				launch && <Fact name="Transport">{transportTitles[launch.transport]}</Fact>
			) : (
				<Fact name="Folder" mono>
					{launch?.cwd ?? target.cwd}
				</Fact>
			)}
			{launch?.runtime && <Fact name="Runtime">{launch.runtime}</Fact>}
			{launch?.sdk && <Fact name="SDK">{launch.sdk}</Fact>}
			{launch && wire && <WireFact session={session} />}
			<MaskedFact name="Env" names={target.envNames} between="=" />
			<MaskedFact name="Headers" names={target.headerNames} between=": " />
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
