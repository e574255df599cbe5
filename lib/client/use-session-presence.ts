import { useEffect, useState } from "react";
import { Problem } from "../protocol/problem.ts";
import { callBridge } from "./call-bridge.ts";
import { inspector } from "./inspector.ts";
import { useStore } from "./use-store.ts";

/**
 * Whether the bridge has a session. The stream tells of sessions that are there, but not that there are none, so an empty map asks once.
 * "unknown" until something is known.
 */
export function useSessionPresence(): "unknown" | "some" | "none" {
	const bridge = useStore(inspector.bridge)?.id;
	const some = useStore(inspector.sessions, (sessions) => sessions.size > 0);
	const [emptyBridge, setEmptyBridge] = useState<string>();
	useEffect(() => {
		if (bridge === undefined || some) return setEmptyBridge(undefined);
		let ended = false;
		callBridge("listSessions", {}).then(
			({ sessions }) => !ended && sessions.length === 0 && setEmptyBridge(bridge),
			(error: unknown) => {
				// the bridge went away between; a new hello asks again
				if (!(error instanceof Problem)) throw error;
			},
		);
		return () => {
			ended = true;
		};
	}, [bridge, some]);
	if (some) return "some";
	return bridge !== undefined && emptyBridge === bridge ? "none" : "unknown";
}
