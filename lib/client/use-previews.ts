import { useEffect, useSyncExternalStore } from "react";
import type { Preview } from "../protocol/entry.ts";
import { inspector } from "./inspector.ts";

/** Previews of the rows in view, fetched as they come into view. */
export function usePreviews(sessionId: string | undefined, seqs: readonly number[]): (seq: number) => Preview | undefined {
	const { previews, entries } = inspector;
	useSyncExternalStore(previews.subscribe, previews.get, previews.get);
	useEffect(() => {
		if (sessionId !== undefined && seqs.length > 0) previews.want(sessionId, seqs, entries.get().lastSeq);
	});
	return (seq) => (sessionId === undefined ? undefined : previews.read(sessionId, seq));
}
