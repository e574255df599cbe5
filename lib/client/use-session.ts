import { useMemo } from "react";
import type { Session } from "../protocol/session.ts";
import { inspector } from "./inspector.ts";
import { useStore } from "./use-store.ts";
import { useUrlState } from "./use-url-state.ts";

/** All sessions of the bridge, oldest first. */
export function useSessions(): readonly Session[] {
	const sessions = useStore(inspector.sessions);
	return useMemo(() => [...sessions.values()].sort((one, other) => one.firstSeq - other.firstSeq), [sessions]);
}

/** The session that this tab shows: the one of `?session=`, else the newest; undefined if there is none. */
export function useSession(): Session | undefined {
	const sessions = useSessions();
	const wanted = useUrlState().session;
	return sessions.find((session) => session.id === wanted) ?? sessions.at(-1);
}
