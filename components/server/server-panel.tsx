"use client";
import { SquareTerminal } from "lucide-react";
import { useId } from "react";
import { JsonView } from "@/components/data/json-view.tsx";
import { Badge } from "@/components/ui/badge.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import { TabPanel, Tabs } from "@/components/ui/tabs.tsx";
import { useChanges } from "@/lib/client/use-changes.ts";
import { useSession } from "@/lib/client/use-session.ts";
import { setUrlState, useUrlState } from "@/lib/client/use-url-state.ts";
import type { Session } from "@/lib/protocol/session.ts";
import { ServerChanges } from "./server-changes.tsx";
import { ServerOverview } from "./server-overview.tsx";
import { StderrBlock } from "./stderr-block.tsx";
import { TargetEditor } from "./target-editor.tsx";

const tabs = [
	{ id: "overview", label: "Overview" },
	{ id: "target", label: "Target" },
	{ id: "changes", label: "Changes" },
	{ id: "capabilities", label: "Capabilities" },
	{ id: "stderr", label: "stderr" },
] as const;
type Tab = (typeof tabs)[number]["id"];
const readTab = (text: string | undefined): Tab => tabs.find(({ id }) => id === text)?.id ?? "overview";

/** Who the server is, how it was reached, how it is started: to be read and to be changed. */
export function ServerPanel() {
	const session = useSession();
	return session ? <SessionServer key={session.id} session={session} /> : null;
}

function SessionServer({ session }: { session: Session }) {
	const id = useId();
	const tab = readTab(useUrlState().tab);
	const { server } = session;
	const changes = useChanges(session)?.changes.length;
	return (
		<section aria-label="Server" data-pane="server" className="flex min-h-0 flex-1 flex-col">
			<header className="flex-none border-b border-line-1 px-4 pt-[9px] short:pt-1.5">
				<div className="flex min-w-0 items-center gap-2">
					<h2 className="cut font-mono text-15 font-semibold tracking-[-0.01em]" title={server?.name || session.title}>
						{server?.name || session.title}
					</h2>
					{server?.title && server.title !== server.name && <span className="cut text-13 text-text-2">{server.title}</span>}
					{server?.version && <span className="cut text-text-3 tabular-nums">{server.version}</span>}
					{session.edited.length > 0 && <Badge tone="pending">edited</Badge>}
				</div>
				<div className="mt-0.5 -ml-2 flex h-[30px] short:mt-0">
					<Tabs
						id={id}
						label="Server"
						items={tabs.map((each) => (each.id === "changes" && changes ? { ...each, count: changes } : each))}
						value={tab}
						onChange={(next) => setUrlState({ tab: next === "overview" ? undefined : next })}
					/>
				</div>
			</header>
			<TabPanel tabs={id} value={tab} className="flex min-h-0 flex-1 flex-col">
				{tab === "overview" && <ServerOverview session={session} />}
				{tab === "target" && <TargetEditor session={session} />}
				{tab === "changes" && <ServerChanges session={session} />}
				{tab === "capabilities" && <Capabilities session={session} />}
				{tab === "stderr" && <Stderr session={session} />}
			</TabPanel>
		</section>
	);
}

function Capabilities({ session }: { session: Session }) {
	const { server } = session;
	if (!server) return <p className="p-4 text-text-2">The server has not answered a handshake yet.</p>;
	return <JsonView label="Capabilities" text={JSON.stringify(server.capabilities)} className="min-h-0 flex-1" />;
}

function Stderr({ session }: { session: Session }) {
	if (session.stderrTail.length === 0)
		return (
			<EmptyState icon={SquareTerminal} title="Nothing on stderr">
				{session.launch && session.launch.transport !== "stdio" ? "A server behind a URL keeps its stderr to itself." : "This run has written nothing there."}
			</EmptyState>
		);
	const failed = session.state === "failed" || session.state === "disconnected";
	return (
		<div className="flex min-h-0 flex-1 flex-col px-4 py-2.5">
			<StderrBlock lines={session.stderrTail} failed={failed} className="flex-initial" />
			<p className="flex-none pt-1.5 text-11 text-text-3">
				The end of what this run wrote; all of it is in the log.
				<button type="button" className="link ml-2" onClick={() => setUrlState({ filter: "kind:stderr" })}>
					Show in the log
				</button>
			</p>
		</div>
	);
}
