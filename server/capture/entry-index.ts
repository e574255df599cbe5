import { type Direction, directions, type EntryKind, entryKinds, METHOD_LIMIT, type Status, statuses } from "../../lib/protocol/entry.ts";

const PAGE = 16_384;

/** What is kept in memory of one entry: 40 bytes, whatever its body. */
export type IndexRow = {
	at: number;
	kind: EntryKind;
	direction: Direction;
	status: Status;
	method: string;
	bytes: number;
	pair: number;
	session: number;
	run: number;
	/** place of its record in the session's journal; -1 if it was not recorded */
	offset: number;
	size: number;
};

function makePage() {
	return {
		at: new Float64Array(PAGE),
		offset: new Float64Array(PAGE),
		bytes: new Uint32Array(PAGE),
		size: new Uint32Array(PAGE),
		pair: new Uint32Array(PAGE),
		method: new Uint16Array(PAGE),
		session: new Uint16Array(PAGE),
		run: new Uint16Array(PAGE),
		kind: new Uint8Array(PAGE),
		direction: new Uint8Array(PAGE),
		status: new Uint8Array(PAGE),
	};
}
type Page = ReturnType<typeof makePage>;

const kindCode = codes(entryKinds);
const directionCode = codes(directions);
const statusCode = codes(statuses);

function codes<Name extends string>(names: readonly Name[]): ReadonlyMap<Name, number> {
	return new Map(names.map((name, code) => [name, code]));
}

/**
 * All entries of the bridge as numeric columns, in pages so that growing copies nothing. The seq of row i is i + 1.
 * Readers wait with `changed()`; there is no callback per entry.
 */
export class EntryIndex {
	readonly methods: string[] = [""];
	readonly sessions: string[] = [];
	readonly #methodCode = new Map<string, number>([["", 0]]);
	readonly #pages: Page[] = [];
	#length = 0;
	#waiting: Array<() => void> = [];

	get lastSeq(): number {
		return this.#length;
	}

	addSession(id: string): number {
		this.sessions.push(id);
		return this.sessions.length - 1;
	}

	/** Returns the entry's seq. */
	append(row: IndexRow): number {
		const i = this.#length % PAGE;
		if (i === 0) this.#pages.push(makePage());
		const page = this.#pages[this.#pages.length - 1] as Page;
		page.at[i] = row.at;
		page.offset[i] = row.offset;
		page.bytes[i] = Math.min(row.bytes, 0xffff_ffff);
		page.size[i] = row.size;
		page.pair[i] = row.pair;
		page.method[i] = this.#codeOf(row.method);
		page.session[i] = row.session;
		page.run[i] = Math.min(row.run, 0xffff);
		page.kind[i] = kindCode.get(row.kind) ?? 0;
		page.direction[i] = directionCode.get(row.direction) ?? 0;
		page.status[i] = statusCode.get(row.status) ?? 0;
		this.#length += 1;
		this.#wake();
		return this.#length;
	}

	/** The numbers of one entry as they are stored: codes, not names. Undefined for a seq that does not exist. */
	row(seq: number): { page: Page; i: number } | undefined {
		const page = this.#pages[Math.floor((seq - 1) / PAGE)];
		return seq >= 1 && seq <= this.#length && page ? { page, i: (seq - 1) % PAGE } : undefined;
	}

	/** The record's place in its session's journal. */
	place(seq: number): { session: number; offset: number; size: number } | undefined {
		const row = this.row(seq);
		return row && { session: row.page.session[row.i] as number, offset: row.page.offset[row.i] as number, size: row.page.size[row.i] as number };
	}

	/** Resolves at the next change, or at once if there is more than `seenSeq`. */
	changed(seenSeq: number, signal: AbortSignal): Promise<void> {
		if (this.#length > seenSeq || signal.aborted) return Promise.resolve();
		return new Promise((resolve) => {
			this.#waiting.push(resolve);
			signal.addEventListener("abort", () => resolve(), { once: true });
		});
	}

	/** Wakes readers for something that is not an entry. */
	wake(): void {
		this.#wake();
	}

	#wake(): void {
		if (this.#waiting.length === 0) return;
		const waiting = this.#waiting;
		this.#waiting = [];
		// after this turn of the loop, so that the lines of one chunk make one batch
		setImmediate(() => {
			for (const resolve of waiting) resolve();
		});
	}

	#codeOf(method: string): number {
		const known = this.#methodCode.get(method);
		if (known !== undefined) return known;
		// a server that invents method names must not fill the dictionary of every tab
		if (this.methods.length >= METHOD_LIMIT) return METHOD_LIMIT - 1;
		const name = this.methods.length === METHOD_LIMIT - 1 ? "(more methods)" : method.slice(0, 200);
		this.methods.push(name);
		this.#methodCode.set(method, this.methods.length - 1);
		return this.methods.length - 1;
	}
}
