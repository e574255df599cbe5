import { directions, type EntryHead, entryKinds, statuses } from "../protocol/entry.ts";
import type { EntryBatch } from "../protocol/stream.ts";
import { createColumns, type EntryColumns, growColumns } from "./entry-columns.ts";

/** Codes of the stream, by name. */
export const kindCode = codesOf(entryKinds);
export const directionCode = codesOf(directions);
export const statusCode = codesOf(statuses);

/** `session` of a seq that the bridge skipped. */
const nowhere = 0xffff;
const endings = new Set(["exited", "killed", "disconnected"]);

/** An entry as a row shows it. `pair` of a request is its answer, `durationMs` the time between them. */
export type EntryRow = EntryHead & { durationMs: number | undefined };

/** What changed at one publish: `length` entries are known; `version` grows with every publish, also when only statuses changed. */
export type EntrySnapshot = { readonly version: number; readonly length: number; readonly lastSeq: number; readonly generation: number };

/** Hears at once which earlier entries were changed by a later one. */
export type PatchListener = (seq: number) => void;

export type EntryStore = ReturnType<typeof createEntryStore>;

/**
 * All entries of all sessions, in columns. Appending costs the batch and nothing else; readers hear of it once per `schedule`.
 * Entries are immutable on the wire; here a request takes over status, duration and seq of its answer, because a row shows both.
 */
export function createEntryStore(schedule: (publish: () => void) => void) {
	let columns: EntryColumns = createColumns(1024);
	let methods: string[] = [];
	let sessions: string[] = [];
	let first = 0;
	let length = 0;
	let scheduled = false;
	let snapshot: EntrySnapshot = { version: 0, length: 0, lastSeq: 0, generation: 0 };
	let generation = 0;
	/** indexes of requests without an answer, by session and run */
	let open = new Map<number, Set<number>>();
	const listeners = new Set<() => void>();
	const patchListeners = new Set<PatchListener>();

	const publish = (): void => {
		scheduled = false;
		snapshot = { version: snapshot.version + 1, length, lastSeq: length === 0 ? 0 : first + length - 1, generation };
		for (const listener of [...listeners]) listener();
	};
	const touch = (): void => {
		if (scheduled) return;
		scheduled = true;
		schedule(publish);
	};
	const runKey = (index: number): number => (columns.session[index] ?? 0) * 0x10000 + (columns.run[index] ?? 0);
	const patch = (index: number, status: number, at: number): void => {
		columns.status[index] = status;
		columns.durationMs[index] = Math.max(0, at - (columns.at[index] ?? at));
		for (const listener of patchListeners) listener(first + index);
	};
	/** The index that a pair points to, if it is an earlier entry of the same session. */
	const pairIndex = (index: number): number => {
		const target = (columns.pair[index] ?? 0) - first;
		return columns.pair[index] !== 0 && target >= 0 && target < index && columns.session[target] === columns.session[index] ? target : -1;
	};

	const applyAnswer = (index: number): void => {
		const request = pairIndex(index);
		if (request < 0 || columns.kind[request] !== kindCode.request) return;
		const at = columns.at[index] ?? 0;
		columns.durationMs[index] = Math.max(0, at - (columns.at[request] ?? at));
		if (columns.status[request] === statusCode.pending) {
			columns.pair[request] = first + index;
			open.get(runKey(request))?.delete(request);
			patch(request, columns.status[index] ?? 0, at);
		} else if (columns.status[request] === statusCode.cancelled) {
			columns.pair[request] = first + index;
			columns.status[index] = statusCode.late;
			for (const listener of patchListeners) listener(first + request);
		}
	};
	const applyCancel = (index: number): void => {
		const request = pairIndex(index);
		if (request < 0 || columns.status[request] !== statusCode.pending) return;
		open.get(runKey(request))?.delete(request);
		patch(request, statusCode.cancelled, columns.at[index] ?? 0);
	};
	const applyEnding = (index: number): void => {
		const key = runKey(index);
		for (const request of open.get(key) ?? []) patch(request, statusCode.lost, columns.at[index] ?? 0);
		open.delete(key);
	};
	const settle = (index: number): void => {
		const kind = columns.kind[index];
		if (kind === kindCode.answer) return applyAnswer(index);
		if (kind === kindCode.request && columns.status[index] === statusCode.pending) {
			const key = runKey(index);
			const group = open.get(key);
			if (group) group.add(index);
			else open.set(key, new Set([index]));
			return;
		}
		const method = methods[columns.method[index] ?? 0] ?? "";
		if (kind === kindCode.notification && method === "notifications/cancelled") applyCancel(index);
		else if (kind === kindCode.event && endings.has(method)) applyEnding(index);
	};

	return {
		/** Takes over a batch. What is known already is skipped, so a batch may come twice. */
		append(batch: EntryBatch): void {
			for (let at = 0; at < batch.methods.length; at++) methods[batch.methodsFrom + at] = batch.methods[at] ?? "";
			for (let at = 0; at < batch.sessions.length; at++) sessions[batch.sessionsFrom + at] = batch.sessions[at] ?? "";
			if (batch.count === 0) return;
			if (length === 0) first = batch.from;
			const end = batch.from + batch.count - first;
			if (end <= length) return;
			columns = growColumns(columns, end);
			const start = batch.from - first;
			for (; length < start; length++) columns.session[length] = nowhere;
			for (; length < end; length++) {
				const from = length - start;
				columns.at[length] = batch.atBase + (batch.at[from] ?? 0);
				columns.kind[length] = batch.kind[from] ?? 0;
				columns.direction[length] = batch.direction[from] ?? 0;
				columns.status[length] = batch.status[from] ?? 0;
				columns.method[length] = batch.method[from] ?? 0;
				columns.session[length] = batch.session[from] ?? nowhere;
				columns.run[length] = batch.run[from] ?? 0;
				columns.bytes[length] = batch.bytes[from] ?? 0;
				columns.pair[length] = batch.pair[from] ?? 0;
				columns.durationMs[length] = Number.NaN;
				settle(length);
			}
			touch();
		},
		/** Forgets everything: another bridge answers. */
		clear(): void {
			columns = createColumns(1024);
			methods = [];
			sessions = [];
			first = 0;
			length = 0;
			open = new Map();
			generation++;
			touch();
		},
		/** The state of the last publish: what readers may show. */
		get: (): EntrySnapshot => snapshot,
		subscribe(listener: () => void): () => void {
			listeners.add(listener);
			return () => void listeners.delete(listener);
		},
		onPatch(listener: PatchListener): () => void {
			patchListeners.add(listener);
			return () => void patchListeners.delete(listener);
		},
		/** For scans: the columns as they are now, the seq of their first entry and how many there are. Only until the next append. */
		scan: () => ({ columns, first, length, methods: methods as readonly string[], sessions: sessions as readonly string[] }),
		sessionIndex: (sessionId: string): number => sessions.indexOf(sessionId),
		read(seq: number): EntryRow | undefined {
			const index = seq - first;
			const session = columns.session[index];
			if (index < 0 || index >= length || session === undefined || session === nowhere) return undefined;
			const durationMs = columns.durationMs[index] ?? Number.NaN;
			return {
				seq,
				sessionId: sessions[session] ?? "",
				run: columns.run[index] ?? 0,
				at: columns.at[index] ?? 0,
				kind: entryKinds[columns.kind[index] ?? 0] ?? "event",
				direction: directions[columns.direction[index] ?? 0] ?? "none",
				method: methods[columns.method[index] ?? 0] ?? "",
				status: statuses[columns.status[index] ?? 0] ?? "none",
				bytes: columns.bytes[index] ?? 0,
				pair: columns.pair[index] ?? 0,
				durationMs: Number.isNaN(durationMs) ? undefined : durationMs,
			};
		},
	};
}

function codesOf<Name extends string>(names: readonly Name[]): Readonly<Record<Name, number>> {
	return Object.fromEntries(names.map((name, code) => [name, code])) as Record<Name, number>;
}
