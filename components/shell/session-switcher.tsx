"use client";
import dynamic from "next/dynamic";
import { useSessions } from "@/lib/client/use-session.ts";
import type { Session } from "@/lib/protocol/session.ts";

const SessionMenu = dynamic(() => import("./session-menu.tsx").then((loaded) => loaded.SessionMenu), { ssr: false });

/** Which of several servers this tab shows. With one there is nothing to choose, and nothing here. */
export function SessionSwitcher({ session }: { session: Session }) {
	const sessions = useSessions();
	return sessions.length < 2 ? null : <SessionMenu session={session} sessions={sessions} />;
}
