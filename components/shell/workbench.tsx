"use client";
import { usePathname } from "next/navigation";
import { type ReactNode, useEffect } from "react";
import { inspector } from "@/lib/client/inspector.ts";
import { startPage } from "@/lib/client/start-page.ts";
import { useSession } from "@/lib/client/use-session.ts";
import { useSessionPresence } from "@/lib/client/use-session-presence.ts";
import { useStore } from "@/lib/client/use-store.ts";
import { readUrl, setUrlState } from "@/lib/client/use-url-state.ts";
import { RefusedPage } from "./refused-page.tsx";
import { SessionFrame } from "./session-frame.tsx";
import { BareTopBar } from "./top-bar.tsx";
import { usePanelRoute } from "./use-panel-route.ts";
import { WaitingPage } from "./waiting-page.tsx";

export type WorkbenchProps = {
	/** the log, below every panel */
	dock: ReactNode;
	/** the page of the route: home without a session, else a panel */
	children: ReactNode;
};

/** The frame of the page. What it shows depends on whether the bridge lets it in and whether there is a session. */
export function Workbench({ dock, children }: WorkbenchProps) {
	useEffect(startPage, []);
	const presence = useSessionPresence();
	const refused = useStore(inspector.link, (link) => link.state === "refused");
	const session = useSession();
	const path = usePathname();
	const id = session?.id;
	useEffect(() => {
		// a link copied from the address bar means this session, not the newest; one that names a session keeps its name
		if (id !== undefined && readUrl().session === undefined) setUrlState({ session: id });
	}, [id]);
	usePanelRoute(presence);
	if (session)
		return (
			<>
				<title>{`${session.title} · mcp-inspect`}</title>
				<SessionFrame session={session} dock={dock} panel={path === "/" ? null : children} />
			</>
		);
	return (
		<div className="flex h-dvh flex-col">
			<title>mcp-inspect</title>
			<BareTopBar />
			{refused ? <RefusedPage /> : presence === "none" && path === "/" ? children : <WaitingPage />}
		</div>
	);
}
