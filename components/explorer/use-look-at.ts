import { useEffect } from "react";
import { lookAt } from "@/lib/client/use-changes.ts";
import type { ChangeKind } from "@/lib/mcp/change.ts";
import type { Session } from "@/lib/protocol/session.ts";

/** Says that an item is in view, once its changes are known. */
export function useLookAt(session: Session, kind: ChangeKind, name: string): void {
	const { run, state } = session;
	// biome-ignore lint/correctness/useExhaustiveDependencies: a session is another object with every change of it
	useEffect(() => {
		if (state === "connected") lookAt(session, kind, name);
	}, [session.id, run, state, kind, name]);
}
