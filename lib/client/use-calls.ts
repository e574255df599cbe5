import { useMemo } from "react";
import type { Call } from "../protocol/call.ts";
import { inspector } from "./inspector.ts";
import { useStore } from "./use-store.ts";

export type CallFilter = { readonly method?: string; readonly subject?: string };

/** The calls that users made in a session, oldest first. */
export function useCalls(sessionId: string | undefined, { method, subject }: CallFilter = {}): readonly Call[] {
	const calls = useStore(inspector.calls);
	return useMemo(
		() =>
			[...calls.values()]
				.filter(
					(call) => call.sessionId === sessionId && (method === undefined || call.method === method) && (subject === undefined || call.subject === subject),
				)
				.sort((one, other) => one.startedAt - other.startedAt),
		[calls, sessionId, method, subject],
	);
}
