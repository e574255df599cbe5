import type { CompiledFilter } from "../filter/compile-filter.ts";
import type { TextTerm } from "../protocol/api.ts";
import type { EntryStore } from "./entry-store.ts";
import { RowList } from "./row-list.ts";
import { createPacer } from "./yield-now.ts";

/** Asks which entries of `from` … `to` match all terms; it may stop early and says how far it came. */
export type FindText = (from: number, to: number, terms: readonly TextTerm[], signal: AbortSignal) => Promise<{ seqs: readonly number[]; scannedTo: number }>;

/** `matched` rows are in view of `total` in the session; `busy` while a scan runs; `version` grows with every change. */
export type ViewSnapshot = { readonly version: number; readonly matched: number; readonly total: number; readonly busy: boolean };

export type ViewOptions = {
	entries: EntryStore;
	sessionId: string;
	filter: CompiledFilter;
	/** entries before it are hidden: what Clear left behind */
	fromSeq: number;
	findText: FindText;
	/** when to publish what was found */
	schedule: (publish: () => void) => void;
	/** pause between two text scans, so that a stream of entries is asked about in groups */
	restMs?: number;
};

export type EntryView = ReturnType<typeof createEntryView>;

const sliceRows = 20_000;

/**
 * The rows of one session that match a filter, found as entries come. Columns are judged here, in slices of 8 ms; text is judged by the
 * bridge. A row whose status changes is judged anew.
 */
export function createEntryView({ entries, sessionId, filter, fromSeq, findText, schedule, restMs = 200 }: ViewOptions) {
	const rows = new RowList();
	/** what the bridge found, whatever its columns; only for text filters */
	const hits = new RowList();
	const byText = filter.text.length > 0;
	const closing = new AbortController();
	const listeners = new Set<() => void>();
	const patched = new Set<number>();
	let snapshot: ViewSnapshot = { version: 0, matched: 0, total: 0, busy: true };
	let seen = fromSeq - 1;
	let total = 0;
	let busy = false;
	let scheduled = false;
	let again = false;

	const publish = (): void => {
		scheduled = false;
		if (closing.signal.aborted) return;
		applyPatches();
		snapshot = { version: snapshot.version + 1, matched: rows.length, total, busy: seen < entries.get().lastSeq };
		for (const listener of [...listeners]) listener();
	};
	const touch = (): void => {
		if (scheduled) return;
		scheduled = true;
		schedule(publish);
	};
	const judge = (seq: number): boolean => {
		const { columns, first } = entries.scan();
		const at = seq - first;
		return filter.matches(columns.kind[at] ?? 0, columns.direction[at] ?? 0, columns.status[at] ?? 0, columns.method[at] ?? 0);
	};
	const applyPatches = (): void => {
		if (patched.size === 0) return;
		const added: number[] = [];
		const removed = new Set<number>();
		for (const seq of patched) {
			const fits = judge(seq) && (!byText || hits.has(seq));
			if (fits === rows.has(seq)) continue;
			if (fits) added.push(seq);
			else removed.add(seq);
		}
		patched.clear();
		rows.change(
			added.sort((a, b) => a - b),
			removed,
		);
	};
	/** Takes the rows up to `to`; with a text filter only the `found` ones. */
	const take = (to: number, found: readonly number[] | undefined): void => {
		const { columns, first, length } = entries.scan();
		const session = entries.sessionIndex(sessionId);
		const end = Math.min(to, first + length - 1);
		for (let seq = Math.max(seen + 1, first); seq <= end; seq++)
			if (columns.session[seq - first] === session) {
				total++;
				if (!found && judgeAt(columns, seq - first)) rows.push(seq);
			}
		for (const seq of found ?? [])
			if (seq > seen && seq <= end) {
				hits.push(seq);
				if (judge(seq)) rows.push(seq);
			}
		seen = end;
	};
	const judgeAt = (columns: ReturnType<EntryStore["scan"]>["columns"], at: number): boolean =>
		filter.matches(columns.kind[at] ?? 0, columns.direction[at] ?? 0, columns.status[at] ?? 0, columns.method[at] ?? 0);

	const scanColumns = async (): Promise<void> => {
		const pace = createPacer(8);
		while (!closing.signal.aborted && seen < entries.get().lastSeq) {
			take(Math.min(entries.get().lastSeq, Math.max(seen, entries.scan().first - 1) + sliceRows), undefined);
			touch();
			await pace();
		}
	};
	const scanText = async (): Promise<void> => {
		while (!closing.signal.aborted && seen < entries.get().lastSeq) {
			const from = Math.max(seen + 1, entries.scan().first, 1);
			const to = entries.get().lastSeq;
			try {
				const { seqs, scannedTo } = await findText(from, to, filter.text, closing.signal);
				if (closing.signal.aborted) return;
				take(Math.max(from, scannedTo), seqs);
			} catch {
				// the link's state says that the bridge is gone; what is missing is asked for again
				await rest(1_000, closing.signal);
			}
			touch();
			if (seen >= to) await rest(restMs, closing.signal);
		}
	};
	const run = async (): Promise<void> => {
		if (busy) {
			again = true;
			return;
		}
		busy = true;
		do {
			again = false;
			await (byText ? scanText() : scanColumns());
		} while (again && !closing.signal.aborted);
		busy = false;
		touch();
	};
	const onPatch = (seq: number): void => {
		if (seq > seen || seq < fromSeq) return;
		patched.add(seq);
		touch();
	};
	const stopPatches = filter.onStatus ? entries.onPatch(onPatch) : () => undefined;
	const onEntries = (): void => {
		// without conditions the new rows belong to this very frame
		if (!byText && !busy && entries.get().lastSeq - seen <= sliceRows) {
			take(entries.get().lastSeq, undefined);
			publish();
		} else void run();
	};
	const stopEntries = entries.subscribe(onEntries);
	onEntries();

	return {
		/** seq of the row at `index`, -1 if there is none */
		seqAt: (index: number): number => rows.at(index),
		/** index of the row with `seq`, -1 if it is not in view */
		indexOf: (seq: number): number => {
			const index = rows.indexFrom(seq);
			return rows.at(index) === seq ? index : -1;
		},
		/** index of the first row with at least this seq */
		indexFrom: (seq: number): number => rows.indexFrom(seq),
		get: (): ViewSnapshot => snapshot,
		subscribe(listener: () => void): () => void {
			listeners.add(listener);
			return () => void listeners.delete(listener);
		},
		close(): void {
			closing.abort();
			stopPatches();
			stopEntries();
		},
	};
}

function rest(ms: number, signal: AbortSignal): Promise<void> {
	return new Promise((resolve) => {
		const timer = setTimeout(resolve, ms);
		const end = (): void => {
			clearTimeout(timer);
			resolve();
		};
		signal.addEventListener("abort", end, { once: true });
	});
}
