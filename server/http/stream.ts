import { randomUUID } from "node:crypto";
import type { Call } from "../../lib/protocol/call.ts";
import type { Session } from "../../lib/protocol/session.ts";
import type { EntryBatch, StreamEventName, StreamEvents } from "../../lib/protocol/stream.ts";
import type { EntryIndex } from "../capture/entry-index.ts";

const BATCH = 2_000;
const HEARTBEAT_MS = 10_000;
/** A session that changes all the time (a flood on stderr) is sent so often at most. */
const SESSION_GAP_MS = 150;

/** What a reader can be told besides entries: the latest state of sessions and calls, by id. */
export type StreamSource = {
	index: EntryIndex;
	bridge: string;
	version: string;
	sessions(): Iterable<Session>;
	session(id: string): Session | undefined;
	calls(): Iterable<Call>;
	call(id: string): Call | undefined;
};

/** All open readers. Each has a cursor into the entries and a set of what else it has not seen in its latest state. */
export class StreamReaders {
	readonly #readers = new Set<Reader>();

	constructor(readonly source: StreamSource) {}

	get size(): number {
		return this.#readers.size;
	}

	sessionChanged(id: string): void {
		for (const reader of this.#readers) reader.dirtySessions.add(id);
		this.source.index.wake();
	}

	callChanged(id: string): void {
		for (const reader of this.#readers) reader.dirtyCalls.add(id);
		this.source.index.wake();
	}

	themeChanged(theme: string): void {
		for (const reader of this.#readers) reader.theme = theme;
		this.source.index.wake();
	}

	/**
	 * A `text/event-stream` from behind `lastEventId` (`bridge:seq`), or from the beginning if that came from another bridge. It is pulled:
	 * a tab that does not read makes nothing pile up here but its cursor.
	 */
	open(lastEventId: string | undefined): ReadableStream<Uint8Array> {
		const [bridge, seq] = (lastEventId ?? "").split(":");
		const resume = bridge === this.source.bridge ? Number(seq) || 0 : 0;
		const reader = new Reader(this.source, Math.min(resume, this.source.index.lastSeq));
		this.#readers.add(reader);
		return new ReadableStream<Uint8Array>(
			{
				pull: async (controller) => {
					const text = await reader.next();
					if (text === undefined) controller.close();
					else controller.enqueue(Buffer.from(text));
				},
				cancel: () => {
					reader.stop.abort();
					this.#readers.delete(reader);
				},
			},
			{ highWaterMark: 1 },
		);
	}

	close(): void {
		for (const reader of this.#readers) reader.stop.abort();
		this.#readers.clear();
	}
}

class Reader {
	readonly dirtySessions: Set<string>;
	readonly dirtyCalls: Set<string>;
	readonly stop = new AbortController();
	theme: string | undefined;
	#greeted = false;
	#methodsSent = 0;
	#sessionsSent = 0;
	#sessionSentAt = new Map<string, number>();

	constructor(
		readonly source: StreamSource,
		private cursor: number,
	) {
		this.dirtySessions = new Set([...source.sessions()].map((session) => session.id));
		this.dirtyCalls = new Set([...source.calls()].map((call) => call.callId));
	}

	/** The next events as text; waits until there are some. Undefined once the reader is stopped. */
	async next(): Promise<string | undefined> {
		while (!this.stop.signal.aborted) {
			const text = this.#greeting() + this.#sessions() + this.#entries() + this.#calls() + this.#settings();
			if (text !== "") return text;
			if (!(await this.#changed())) return ": \n\n";
		}
		return undefined;
	}

	/** False when nothing happened for as long as a heartbeat lasts. */
	async #changed(): Promise<boolean> {
		const wait = new AbortController();
		const forward = () => wait.abort();
		this.stop.signal.addEventListener("abort", forward, { once: true });
		let quiet = false;
		// a session that was held back is looked at again soon; its change woke us already
		const held = this.dirtySessions.size > 0;
		const timer = setTimeout(
			() => {
				quiet = !held;
				wait.abort();
			},
			held ? SESSION_GAP_MS : HEARTBEAT_MS,
		);
		await this.source.index.changed(this.cursor, wait.signal);
		clearTimeout(timer);
		this.stop.signal.removeEventListener("abort", forward);
		return !quiet;
	}

	#greeting(): string {
		if (this.#greeted) return "";
		this.#greeted = true;
		const { bridge, version, index } = this.source;
		return event("hello", { bridge, version, lastSeq: index.lastSeq });
	}

	#sessions(): string {
		let text = "";
		const time = performance.now();
		for (const id of this.dirtySessions) {
			if (time - (this.#sessionSentAt.get(id) ?? Number.NEGATIVE_INFINITY) < SESSION_GAP_MS) continue;
			this.dirtySessions.delete(id);
			this.#sessionSentAt.set(id, time);
			const session = this.source.session(id);
			text += session ? event("session", session) : event("sessionClosed", { id });
		}
		return text;
	}

	#calls(): string {
		let text = "";
		for (const id of this.dirtyCalls) {
			const call = this.source.call(id);
			if (call) text += event("call", call);
		}
		this.dirtyCalls.clear();
		return text;
	}

	#settings(): string {
		if (this.theme === undefined) return "";
		const text = event("settings", { theme: this.theme });
		this.theme = undefined;
		return text;
	}

	#entries(): string {
		const { index, bridge } = this.source;
		const count = Math.min(BATCH, index.lastSeq - this.cursor);
		if (count <= 0) return "";
		const batch = columns(index, this.cursor + 1, count, this.#methodsSent, this.#sessionsSent);
		this.#methodsSent = index.methods.length;
		this.#sessionsSent = index.sessions.length;
		this.cursor += count;
		return event("entries", batch, `${bridge}:${this.cursor}`);
	}
}

function columns(index: EntryIndex, from: number, count: number, methodsFrom: number, sessionsFrom: number): EntryBatch {
	const make = () => new Array<number>(count);
	const batch = { at: make(), kind: make(), direction: make(), status: make(), method: make(), bytes: make(), pair: make(), session: make(), run: make() };
	let atBase = 0;
	for (let i = 0; i < count; i += 1) {
		const row = index.row(from + i);
		if (!row) break;
		const { page, i: at } = row;
		if (i === 0) atBase = page.at[at] as number;
		// microseconds are kept, and no more: half of the text of a batch is times
		batch.at[i] = Math.round(((page.at[at] as number) - atBase) * 1_000) / 1_000;
		batch.kind[i] = page.kind[at] as number;
		batch.direction[i] = page.direction[at] as number;
		batch.status[i] = page.status[at] as number;
		batch.method[i] = page.method[at] as number;
		batch.bytes[i] = page.bytes[at] as number;
		batch.pair[i] = page.pair[at] as number;
		batch.session[i] = page.session[at] as number;
		batch.run[i] = page.run[at] as number;
	}
	return { from, count, atBase, ...batch, methodsFrom, methods: index.methods.slice(methodsFrom), sessionsFrom, sessions: index.sessions.slice(sessionsFrom) };
}

function event<Name extends StreamEventName>(name: Name, data: StreamEvents[Name], id?: string): string {
	return `event: ${name}\n${id === undefined ? "" : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`;
}

/** Names one life of a bridge, so that a tab knows when its cursor means nothing any more. */
export function makeBridgeId(): string {
	return randomUUID().slice(0, 13);
}
