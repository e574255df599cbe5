"use client";
import { RotateCw, Square } from "lucide-react";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge.tsx";
import { Button } from "@/components/ui/button.tsx";
import type { Session } from "@/lib/protocol/session.ts";
import { ConnectionStatus } from "./connection-status.tsx";
import { Mark } from "./mark.tsx";
import { SessionLine } from "./session-line.tsx";
import { ThemeButton } from "./theme-button.tsx";

const Separator = () => <span aria-hidden="true" className="h-4 w-px flex-none bg-line-2" />;

function Bar({ children }: { children: ReactNode }) {
	return (
		<header className="flex h-10 flex-none items-center gap-2.5 border-b border-line-1 pr-2 pl-3">
			<Mark />
			{children}
		</header>
	);
}

/** The bar while there is no session. */
export function BareTopBar() {
	return (
		<Bar>
			<span className="text-13 font-semibold">mcp-inspect</span>
			<span className="flex-1" />
			<ThemeButton />
		</Bar>
	);
}

export type TopBarProps = {
	session: Session;
	/** as the page sees it: disconnected, too, while the bridge is away */
	state: Session["state"];
	busy: boolean;
	onRestart: () => void;
	onStop: () => void;
};

/** Who is under inspection and how it stands. Restart and Stop are here while the server runs; when it does not, the notice that says so offers Restart. */
export function TopBar({ session, state, busy, onRestart, onStop }: TopBarProps) {
	const { server } = session;
	const running = state === "connecting" || state === "connected";
	return (
		<Bar>
			<h1 className="cut max-w-[280px] flex-none text-13 font-semibold" title={server?.title ?? session.title}>
				{session.title}
			</h1>
			{server?.version && <span className="-ml-1 max-w-[120px] flex-none cut text-text-3 tabular-nums">{server.version}</span>}
			{server && <Badge tone="line">{`${server.era} ${server.protocolVersion}`}</Badge>}
			<Separator />
			<ConnectionStatus state={state} />
			<SessionLine session={session} />
			<span className="flex-1" />
			<span className="flex flex-none items-center gap-1">
				{running && (
					<>
						<Button icon={RotateCw} onClick={onRestart} disabled={busy} title="Restart the server (⇧R)">
							Restart
						</Button>
						<Button variant="quiet" icon={Square} onClick={onStop} disabled={busy}>
							Stop
						</Button>
					</>
				)}
				<ThemeButton />
			</span>
		</Bar>
	);
}
