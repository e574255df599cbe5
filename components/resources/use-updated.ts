import { useMemo } from "react";
import { useCalls } from "@/lib/client/use-calls.ts";
import type { Session } from "@/lib/protocol/session.ts";

/** The URIs that the server said were updated and that nobody has read since. */
export function useUpdated(session: Session): ReadonlySet<string> {
	const reads = useCalls(session.id, { method: "resources/read" });
	const { updates } = session;
	return useMemo(() => {
		const readAt = new Map<string, number>();
		for (const { subject, seq, outcome } of reads)
			if (outcome === undefined || outcome.kind === "result") readAt.set(subject, Math.max(seq, readAt.get(subject) ?? 0));
		return new Set(updates.filter(({ uri, seq }) => seq > (readAt.get(uri) ?? 0)).map(({ uri }) => uri));
	}, [reads, updates]);
}
