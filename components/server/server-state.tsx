"use client";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { wasConnected } from "@/lib/client/describe-run.ts";
import { useSession } from "@/lib/client/use-session.ts";
import { useUrlState } from "@/lib/client/use-url-state.ts";
import type { Session } from "@/lib/protocol/session.ts";
import { ChangesStrip } from "./changes-strip.tsx";
import { ConnectingPanel } from "./connecting-panel.tsx";
import { EndedNotice } from "./ended-notice.tsx";
import { FailurePanel } from "./failure-panel.tsx";
import { RestartingStrip } from "./restarting-strip.tsx";

function Notice({ session }: { session: Session }) {
	const { tab } = useUrlState();
	const path = usePathname();
	const showsChanges = tab === "changes" && path === "/server";
	if (session.state === "connected") return <ChangesStrip session={session} isShown={showsChanges} />;
	if (session.state === "connecting") return <RestartingStrip session={session} />;
	// each run tells its own end
	return <EndedNotice key={`${session.run} ${session.state}`} session={session} />;
}

/** Puts how the server stands before its panels: instead of them until it was connected once, over them from then on. */
export function ServerState({ children }: { children: ReactNode }) {
	const session = useSession();
	const path = usePathname();
	if (!session) return children;
	// there a target that does not start is repaired
	const repairing = path === "/server";
	if (session.state !== "connected" && !wasConnected(session) && !repairing)
		return session.state === "connecting" ? <ConnectingPanel session={session} /> : <FailurePanel session={session} />;
	return (
		<>
			{(!repairing || wasConnected(session)) && <Notice session={session} />}
			<div className="flex min-h-0 flex-1 flex-col">{children}</div>
		</>
	);
}
