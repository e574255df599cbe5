import type { RpcId } from "../../lib/protocol/entry.ts";

/** What the outside of a JSON-RPC message tells, without its body having been parsed. */
export type Envelope = {
	id?: RpcId;
	method?: string;
	hasResult: boolean;
	hasError: boolean;
	/** `result.isError` is true */
	isError: boolean;
	/** brackets and quotes balance and the top is an object */
	closed: boolean;
};

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const COLON = 0x3a;
const COMMA = 0x2c;
/** ids and method names beyond this are not looked at */
const KEPT = 1_024;

/**
 * Reads the envelope of a message that is too large to parse on the bridge's loop, piece by piece as it arrives. It knows strings and
 * brackets, and looks only at the keys of the outermost object and of `result`; strings are skipped with `indexOf`, at the speed of memory.
 */
export class EnvelopeScanner {
	readonly #envelope: Envelope = { hasResult: false, hasError: false, isError: false, closed: false };
	#depth = 0;
	#started = false;
	#failed = false;
	#inString = false;
	#escaped = false;
	#expectKey = false;
	/** key at depth 1 and at depth 2, as they stand */
	#keys: string[] = ["", ""];
	/** text of the string or literal that is being read, at depth 1 and 2 only */
	#text = "";
	#collecting = false;
	/** place of the next backslash in the piece at hand; looked up again only once it is passed, or many short strings would each search the rest */
	#backslashAt = -1;

	push(bytes: Uint8Array): void {
		let i = 0;
		this.#backslashAt = -1;
		while (i < bytes.length) {
			if (this.#inString) i = this.#string(bytes, i);
			else i = this.#structure(bytes, i);
		}
	}

	end(): Envelope {
		this.#envelope.closed = this.#started && !this.#failed && this.#depth === 0 && !this.#inString;
		return this.#envelope;
	}

	#string(bytes: Uint8Array, start: number): number {
		let i = start;
		if (this.#escaped) {
			this.#escaped = false;
			this.#keep(bytes, i, i + 1);
			i += 1;
		}
		const quote = bytes.indexOf(QUOTE, i);
		const backslash = this.#nextBackslash(bytes, i);
		const quoteFirst = quote !== -1 && quote < backslash;
		if (quoteFirst) {
			this.#keep(bytes, i, quote);
			this.#inString = false;
			this.#endString();
			return quote + 1;
		}
		if (backslash === bytes.length) {
			this.#keep(bytes, i, bytes.length);
			return bytes.length;
		}
		this.#keep(bytes, i, backslash + 1);
		this.#escaped = true;
		return backslash + 1;
	}

	#nextBackslash(bytes: Uint8Array, from: number): number {
		if (this.#backslashAt < from) {
			const found = bytes.indexOf(BACKSLASH, from);
			this.#backslashAt = found === -1 ? bytes.length : found;
		}
		return this.#backslashAt;
	}

	#structure(bytes: Uint8Array, i: number): number {
		const byte = bytes[i] as number;
		if (byte === QUOTE) {
			this.#inString = true;
			this.#collecting = this.#depth === 1 || (this.#depth === 2 && this.#keys[0] === "result");
			this.#text = '"';
			return i + 1;
		}
		if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) this.#open(byte === OPEN_OBJECT);
		else if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) this.#close();
		else if (byte === COLON) this.#text = "";
		else if (byte === COMMA) this.#comma();
		else if (this.#depth >= 1 && this.#depth <= 2 && !this.#expectKey && byte > 0x20 && this.#text.length < KEPT) this.#text += String.fromCharCode(byte);
		else if (this.#depth === 0 && byte > 0x20) this.#failed = true;
		return i + 1;
	}

	#open(object: boolean): void {
		if (this.#depth === 0 && (this.#started || !object)) this.#failed = true;
		this.#started = true;
		this.#value("{");
		this.#depth += 1;
		this.#expectKey = object && this.#depth <= 2;
		this.#text = "";
		if (this.#depth === 2) this.#keys[1] = "";
	}

	#close(): void {
		this.#value(this.#text);
		this.#depth -= 1;
		this.#text = "";
		this.#expectKey = false;
		if (this.#depth < 0) this.#failed = true;
	}

	#comma(): void {
		this.#value(this.#text);
		this.#text = "";
		this.#expectKey = this.#depth === 1 || (this.#depth === 2 && this.#keys[0] === "result");
	}

	#endString(): void {
		if (!this.#collecting) return;
		this.#text += '"';
		this.#collecting = false;
		if (!this.#expectKey) return;
		const key = parseString(this.#text) ?? "";
		if (this.#depth === 1) this.#keys[0] = key;
		else this.#keys[1] = key;
		this.#expectKey = false;
		if (this.#depth === 1 && key === "result") this.#envelope.hasResult = true;
		if (this.#depth === 1 && key === "error") this.#envelope.hasError = true;
	}

	/** A value has ended whose text, if it is short, is `text`. */
	#value(text: string): void {
		if (text === "" || text === "{") return;
		if (this.#depth === 1 && this.#keys[0] === "id") this.#envelope.id = readId(text);
		if (this.#depth === 1 && this.#keys[0] === "method") this.#envelope.method = parseString(text);
		if (this.#depth === 2 && this.#keys[0] === "result" && this.#keys[1] === "isError") this.#envelope.isError = text === "true";
	}

	#keep(bytes: Uint8Array, from: number, to: number): void {
		if (this.#collecting && this.#text.length < KEPT)
			this.#text += Buffer.from(bytes.buffer, bytes.byteOffset + from, Math.min(to - from, KEPT)).toString("utf8");
	}
}

function parseString(text: string): string | undefined {
	const value = readJson(text);
	return typeof value === "string" ? value : undefined;
}

function readId(text: string): RpcId | undefined {
	const value = readJson(text);
	return typeof value === "string" || typeof value === "number" || value === null ? value : undefined;
}

function readJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
