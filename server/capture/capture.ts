import { isUtf8 } from "node:buffer";
import type { Direction, EntryKind, RpcId, Status } from "../../lib/protocol/entry.ts";
import { now } from "./clock.ts";
import type { EntryIndex } from "./entry-index.ts";
import { Journal, type Place } from "./journal.ts";
import { LONGEST_ESCAPE, putEscaped, putInteger, putText, QUOTE } from "./put-ascii.ts";

/** A body beyond this is written in parts, as they arrive. */
export const PART_BYTES = 1 << 20;
/** Of a body in parts, so much stands in the entry's own record, for previews. */
const HEAD_BYTES = 2_048;

const METHOD_CHARACTERS = 1_000;
/** So many method names are kept as they are written; a server that invents names must not fill memory. */
const CODED_METHODS = 500;
const ASCII = /^[ -~]*$/;
/** More than seq, time, pair, length and their names take. */
const HEAD_ROOM = 160;

type CodedMethod = { json: string; isAscii: boolean };
type Shape = { run: number; at: number; kind: string; direction: string; status: string; method: string; bytes: Buffer };

/** What is known of an entry beside its body. */
export type EntryFacts = {
	kind: EntryKind;
	direction: Direction;
	status: Status;
	method: string;
	run: number;
	at: number;
	pair?: number;
	id?: RpcId;
	/** why the bytes are noise */
	fault?: string;
};

/** A body that was too long for one record. */
type Part = { place: Place; start: number; bytes: number };
type LongBody = { parts: readonly Part[] };

/** The record of one session: entries in the bridge's index, bodies in the session's journal. */
export class Capture {
	readonly journal: Journal;
	readonly #long = new Map<number, LongBody>();
	readonly #methods = new Map<string, CodedMethod>();
	readonly #sessionCode: number;
	#time = { at: 0, text: "0" };
	#shape: Shape = { run: 0, at: 0, kind: "", direction: "", status: "", method: "", bytes: Buffer.alloc(0) };
	#bodies = 0;

	constructor(
		readonly index: EntryIndex,
		readonly sessionId: string,
		path: string,
		onProblem: (problem: string | undefined) => void,
	) {
		this.journal = new Journal(path, onProblem);
		this.#sessionCode = index.addSession(sessionId);
		this.journal.append(`{"mcpcap":1,"session":${JSON.stringify(sessionId)},"createdAt":${now()}`);
	}

	/** Records an entry with its whole body, and its text if that is known already. Returns its seq. */
	record(facts: EntryFacts, body: Uint8Array, text?: string): number {
		if (body.length > PART_BYTES) {
			const long = this.openLong();
			long.write(body);
			return long.end(facts);
		}
		return this.#append(facts, body.length, text === undefined ? encodeBody("raw", body) : `"raw":${JSON.stringify(text)}`);
	}

	/** Records an entry whose whole body is ASCII, stands in `chunk` from `from` up to `to`, and is no longer than one part. Returns its seq. */
	recordAscii(facts: EntryFacts, chunk: Buffer, from: number, to: number): number {
		const { id, fault } = facts;
		if (id !== undefined || fault !== undefined) return this.#append(facts, to - from, `"raw":${JSON.stringify(chunk.toString("latin1", from, to))}`, true);
		const { kind, direction, status, method, run, at, pair } = facts;
		const seq = this.index.lastSeq + 1;
		const { journal } = this;
		const shape = this.#shapeOf(facts);
		const start = journal.reserve(shape.length + HEAD_ROOM + (to - from) * LONGEST_ESCAPE);
		let offset = -1;
		let size = 0;
		if (start >= 0) {
			const { block, bytes: place } = journal;
			let end = putText(block, start, '{"seq":');
			end = putInteger(block, end, seq);
			block.set(shape, end);
			end = putInteger(block, end + shape.length, to - from);
			if (pair) end = putInteger(block, putText(block, end, ',"pair":'), pair);
			end = putText(block, end, ',"raw":"');
			end = putEscaped(block, end, chunk, from, to);
			block[end++] = QUOTE;
			offset = place;
			size = journal.commit(end);
		}
		this.index.append({ at, kind, direction, status, method, bytes: to - from, pair: pair ?? 0, session: this.#sessionCode, run, offset, size });
		return seq;
	}

	/** Takes a long body piece by piece; `end` makes the entry. */
	openLong(): { write(piece: Uint8Array): void; end(facts: EntryFacts): number; readonly bytes: number; readonly head: Uint8Array } {
		this.#bodies += 1;
		const body = this.#bodies;
		const parts: Part[] = [];
		let pending: Uint8Array[] = [];
		let pendingBytes = 0;
		let total = 0;
		let head: Uint8Array = new Uint8Array(0);
		const flush = (bytes: Uint8Array) => {
			const place = this.journal.append(`{"body":${body},"part":${parts.length},${encodeBody("raw", bytes)}`);
			if (place) parts.push({ place, start: total - pendingBytes, bytes: bytes.length });
			pendingBytes -= bytes.length;
		};
		const write = (piece: Uint8Array) => {
			if (head.length < HEAD_BYTES) head = Buffer.concat([head, piece.subarray(0, HEAD_BYTES - head.length)]);
			for (let from = 0; from < piece.length; from += PART_BYTES) {
				const slice = piece.subarray(from, from + PART_BYTES);
				pending.push(slice);
				pendingBytes += slice.length;
				total += slice.length;
				if (pendingBytes < PART_BYTES) continue;
				const joined = Buffer.concat(pending);
				const cut = characterBoundary(joined);
				flush(joined.subarray(0, cut));
				pending = cut < joined.length ? [joined.subarray(cut)] : [];
			}
		};
		const end = (facts: EntryFacts): number => {
			if (pendingBytes > 0) flush(Buffer.concat(pending));
			const seq = this.#append(facts, total, `"body":${body},"parts":${parts.length},${encodeBody("head", head.subarray(0, characterBoundary(head)))}`);
			this.#long.set(seq, { parts });
			return seq;
		};
		return {
			write,
			end,
			get bytes() {
				return total;
			},
			get head() {
				return head;
			},
		};
	}

	/** Bytes `from` … `to` (excluded) of an entry's body as it crossed the wire. Undefined if it was not recorded. */
	async readBody(seq: number, from = 0, to = Number.POSITIVE_INFINITY): Promise<Buffer | undefined> {
		const long = this.#long.get(seq);
		if (long) return this.#readParts(long, from, to);
		const place = this.#place(seq);
		if (!place) return undefined;
		return decodeBody(await this.journal.read(place)).subarray(from, to === Number.POSITIVE_INFINITY ? undefined : to);
	}

	/** The records of several entries as text, each possibly cut after `limit` bytes; an entry that was not recorded is left out. */
	async readHeads(seqs: readonly number[], limit = 8_192): Promise<Map<number, string>> {
		const heads = new Map<number, string>();
		const places = seqs.flatMap((seq) => {
			const place = this.#place(seq);
			return place ? [{ seq, place }] : [];
		});
		for (const group of groupNeighbours(places)) {
			const first = group[0] as (typeof places)[number];
			const last = group[group.length - 1] as (typeof places)[number];
			const size = group.length === 1 ? Math.min(first.place.size, limit) : last.place.offset + last.place.size - first.place.offset;
			const bytes = await this.journal.read({ offset: first.place.offset, size });
			for (const { seq, place } of group) {
				const from = place.offset - first.place.offset;
				heads.set(seq, bytes.toString("utf8", from, Math.min(from + Math.min(place.size, limit), bytes.length)));
			}
		}
		return heads;
	}

	#append(facts: EntryFacts, bytes: number, body: string, bodyIsAscii = false): number {
		const seq = this.index.lastSeq + 1;
		const { kind, direction, status, method, run, at, pair, id, fault } = facts;
		const name = this.#codedMethod(method);
		const isAscii = bodyIsAscii && name.isAscii && typeof id !== "string" && fault === undefined;
		const optional = `${pair ? `,"pair":${pair}` : ""}${id === undefined ? "" : `,"id":${JSON.stringify(id)}`}${fault === undefined ? "" : `,"fault":${JSON.stringify(fault)}`}`;
		const place = this.journal.append(
			`{"seq":${seq},"at":${this.#codedTime(at)},"run":${run},"kind":"${kind}","dir":"${direction}","status":"${status}","method":${name.json}${optional},"bytes":${bytes},${body}`,
			isAscii,
		);
		this.index.append({
			at,
			kind,
			direction,
			status,
			method,
			bytes,
			pair: pair ?? 0,
			session: this.#sessionCode,
			run,
			offset: place?.offset ?? -1,
			size: place?.size ?? 0,
		});
		return seq;
	}

	/** What entries of one kind in one chunk have in common, as it is written: `,"at":…,"run":1,"kind":"notification",…,"bytes":`. */
	#shapeOf({ run, at, kind, direction, status, method }: EntryFacts): Buffer {
		const last = this.#shape;
		if (last.at === at && last.kind === kind && last.method === method && last.run === run && last.direction === direction && last.status === status)
			return last.bytes;
		const head = `,"at":${this.#codedTime(at)},"run":${run},"kind":"${kind}","dir":"${direction}","status":"${status}"`;
		const bytes = Buffer.from(`${head},"method":${this.#codedMethod(method).json},"bytes":`);
		this.#shape = { run, at, kind, direction, status, method, bytes };
		return bytes;
	}

	/** The lines of one chunk have one time. */
	#codedTime(at: number): string {
		if (at !== this.#time.at) this.#time = { at, text: at.toFixed(3) };
		return this.#time.text;
	}

	#codedMethod(method: string): CodedMethod {
		const known = this.#methods.get(method);
		if (known) return known;
		const json = JSON.stringify(method.slice(0, METHOD_CHARACTERS));
		const coded = { json, isAscii: ASCII.test(json) };
		if (this.#methods.size < CODED_METHODS) this.#methods.set(method, coded);
		return coded;
	}

	#place(seq: number): Place | undefined {
		const place = this.index.place(seq);
		return place && place.session === this.#sessionCode && place.offset >= 0 ? place : undefined;
	}

	async #readParts(long: LongBody, from: number, to: number): Promise<Buffer> {
		const pieces: Buffer[] = [];
		for (const part of long.parts) {
			if (part.start >= to || part.start + part.bytes <= from) continue;
			const bytes = decodeBody(await this.journal.read(part.place));
			pieces.push(bytes.subarray(Math.max(0, from - part.start), Math.min(part.bytes, to - part.start)));
		}
		return Buffer.concat(pieces);
	}
}

/** Text where the bytes are text, base64 where they are not: either way the bytes come back as they were. */
function encodeBody(name: "raw" | "head", bytes: Uint8Array): string {
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	return isUtf8(bytes) ? `"${name}":${JSON.stringify(buffer.toString("utf8"))}` : `"enc":"base64","${name}":"${buffer.toString("base64")}"`;
}

function decodeBody(record: Buffer): Buffer {
	const parsed: { raw?: string; enc?: string } = JSON.parse(record.toString("utf8"));
	return Buffer.from(parsed.raw ?? "", parsed.enc === "base64" ? "base64" : "utf8");
}

/** The largest length that does not cut a UTF-8 character. */
function characterBoundary(bytes: Uint8Array): number {
	for (let back = 1; back <= 4 && back <= bytes.length; back += 1) {
		const byte = bytes[bytes.length - back] as number;
		if ((byte & 0xc0) === 0x80) continue;
		const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
		return length > back ? bytes.length - back : bytes.length;
	}
	return bytes.length;
}

/** Entries that lie close together in the file are read at once. */
function groupNeighbours<Item extends { place: Place }>(items: readonly Item[]): Item[][] {
	const groups: Item[][] = [];
	let span = 0;
	for (const item of items) {
		const group = groups[groups.length - 1];
		const last = group?.[group.length - 1];
		const gap = last ? item.place.offset + item.place.size - last.place.offset - last.place.size : Number.POSITIVE_INFINITY;
		if (group && gap < 16_384 && span + gap < 4 << 20) {
			group.push(item);
			span += gap;
		} else {
			groups.push([item]);
			span = item.place.size;
		}
	}
	return groups;
}
