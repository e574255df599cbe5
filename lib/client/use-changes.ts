import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Change, ChangeKind } from "../mcp/change.ts";
import { hasListedAll, type ListName, listNames, type Session } from "../protocol/session.ts";
import { readRaw } from "./call-bridge.ts";
import type { RunComparison, RunOffer, ToolAlignment } from "./compare-runs.ts";
import { createStore } from "./create-store.ts";
import { useStore } from "./use-store.ts";

/** Longer than any honest interface takes. */
const LIMIT_MS = 5_000;

/** What the present run offers in another way than the run before it. */
export type Changes = { readonly from: number; readonly to: number; readonly changes: readonly Change[]; readonly alignments: readonly ToolAlignment[] };

/** The changes since the last run that worked; undefined before a second run has listed all that it offers. */
export function useChanges(session: Session): Changes | undefined {
	const { before, server, lists, run } = session;
	const { data } = useQuery({
		queryKey: ["changes", session.id, before?.run, run, ...listNames.map((name) => lists[name].version)],
		enabled: before !== undefined && before.run < run && server !== undefined && hasListedAll(lists, run) && session.state === "connected",
		queryFn: async ({ signal }) => {
			if (!before || !server) throw new Error("There is nothing to compare.");
			const now = Object.fromEntries(listNames.map((name) => [name, lists[name].pages])) as Record<ListName, number[]>;
			const offers = await Promise.all([readOffer(before.server, before.pages, signal), readOffer(server, now, signal)]);
			return compareInWorker(offers[0], offers[1], signal);
		},
		staleTime: Number.POSITIVE_INFINITY,
		retry: false,
	});
	return useMemo(() => data && before && { from: before.run, to: run, ...data }, [data, before, run]);
}

async function readOffer(server: RunOffer["server"], pages: Readonly<Record<ListName, readonly number[]>>, signal: AbortSignal): Promise<RunOffer> {
	const read = async (seq: number) => new TextDecoder().decode((await readRaw(seq, undefined, undefined, { signal })).bytes);
	const lists = await Promise.all(listNames.map(async (name) => [name, await Promise.all(pages[name].map(read))] as const));
	return { server, pages: Object.fromEntries(lists) as RunOffer["pages"] };
}

function compareInWorker(before: RunOffer, after: RunOffer, signal: AbortSignal): Promise<RunComparison> {
	return new Promise((resolve, reject) => {
		const worker = new Worker("/workers/compare.js", { type: "module" });
		const end = (): void => {
			clearTimeout(timer);
			worker.terminate();
		};
		const timer = setTimeout(() => {
			end();
			reject(new Error("The comparison took too long."));
		}, LIMIT_MS);
		signal.addEventListener("abort", end, { once: true });
		worker.onmessage = ({ data }: MessageEvent<RunComparison>) => {
			end();
			resolve(data);
		};
		worker.onerror = (event) => {
			end();
			reject(new Error(event.message || "The comparison failed."));
		};
		worker.postMessage({ before, after });
	});
}

/** Changed items that were looked at in this tab, by session, run, kind and name. */
const looked = createStore<ReadonlySet<string>>(new Set());
const keyOf = (session: Session, run: number, kind: ChangeKind, name: string): string => `${session.id} ${run} ${kind} ${name}`;

/** The changes of one item that nobody has looked at yet. */
export function useUnseenChanges(session: Session, kind: ChangeKind, name: string): readonly Change[] {
	const found = useChanges(session);
	const isSeen = useStore(looked, (seen) => found !== undefined && seen.has(keyOf(session, found.to, kind, name)));
	return useMemo(() => (found && !isSeen ? found.changes.filter((change) => change.kind === kind && change.name === name) : []), [found, isSeen, kind, name]);
}

/** The item is being looked at: its mark goes. */
export function lookAt(session: Session, kind: ChangeKind, name: string): void {
	const key = keyOf(session, session.run, kind, name);
	if (!looked.get().has(key)) looked.update((seen) => new Set(seen).add(key));
}
