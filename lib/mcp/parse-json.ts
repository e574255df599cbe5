import { type JsonMember, type JsonValue, jsonNull } from "./json-value.ts";

/** Where and why a text is not JSON. Line and column count from 1, `offset` from 0 in UTF-16 units. */
export type JsonFault = { readonly message: string; readonly offset: number; readonly line: number; readonly column: number };
export type ParsedJson = { readonly value: JsonValue; readonly fault?: undefined } | { readonly value?: undefined; readonly fault: JsonFault };

/** Deeper than any tool's arguments, far from the end of the stack. */
const MAX_DEPTH = 500;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids exactly these inside strings
const plainString = /"[^"\\\u0000-\u001f]*"/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids exactly these inside strings
const anyString = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const space = /[ \t\n\r]*/y;
const isNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** Whether a text is one JSON number, and may be sent as it was typed. */
export const isJsonNumber = (text: string): boolean => isNumber.test(text);

class Fault extends Error {
	constructor(
		message: string,
		readonly offset: number,
	) {
		super(message);
	}
}

/** Parses JSON without losing digits, order or duplicate names. Never throws. */
export function parseJson(text: string): ParsedJson {
	try {
		return { value: new Reader(text).readAll() };
	} catch (error) {
		if (!(error instanceof Fault)) throw error;
		const before = text.slice(0, error.offset);
		const line = before.split("\n").length;
		return { fault: { message: error.message, offset: error.offset, line, column: error.offset - before.lastIndexOf("\n") } };
	}
}

class Reader {
	private at = 0;
	constructor(private readonly text: string) {}

	readAll(): JsonValue {
		const value = this.read(0);
		this.skipSpace();
		if (this.at < this.text.length) throw this.fault("expected the end");
		return value;
	}

	private read(depth: number): JsonValue {
		if (depth > MAX_DEPTH) throw new Fault(`nested deeper than ${MAX_DEPTH} levels`, this.at);
		this.skipSpace();
		const char = this.text[this.at];
		if (char === "{") return this.readObject(depth);
		if (char === "[") return this.readArray(depth);
		if (char === '"') return { kind: "string", value: this.readString() };
		if (char === "t") return this.readWord("true", { kind: "boolean", value: true });
		if (char === "f") return this.readWord("false", { kind: "boolean", value: false });
		if (char === "n") return this.readWord("null", jsonNull);
		const digits = this.match(number);
		if (digits === undefined) throw this.fault("expected a value");
		return { kind: "number", digits };
	}

	private readObject(depth: number): JsonValue {
		const members: JsonMember[] = [];
		this.at++;
		this.skipSpace();
		if (this.take("}")) return { kind: "object", members };
		for (;;) {
			this.skipSpace();
			if (this.text[this.at] !== '"') throw this.fault("expected a name in double quotes");
			const name = this.readString();
			this.skipSpace();
			if (!this.take(":")) throw this.fault('expected ":"');
			members.push([name, this.read(depth + 1)]);
			this.skipSpace();
			if (this.take("}")) return { kind: "object", members };
			if (!this.take(",")) throw this.fault('expected "," or "}"');
		}
	}

	private readArray(depth: number): JsonValue {
		const items: JsonValue[] = [];
		this.at++;
		this.skipSpace();
		if (this.take("]")) return { kind: "array", items };
		for (;;) {
			items.push(this.read(depth + 1));
			this.skipSpace();
			if (this.take("]")) return { kind: "array", items };
			if (!this.take(",")) throw this.fault('expected "," or "]"');
		}
	}

	private readString(): string {
		const plain = this.match(plainString);
		if (plain !== undefined) return plain.slice(1, -1);
		const from = this.at;
		// a long string with escapes overflows the regular expression's stack, so it is cut by hand and checked by the platform
		const end = this.endOfString();
		const token = this.text.slice(from, end);
		if (token.length < 10_000) {
			const escaped = this.match(anyString);
			if (escaped === undefined) throw new Fault("a string with a bad escape or a raw control character", from);
			return JSON.parse(escaped) as string;
		}
		try {
			const value = JSON.parse(token) as string;
			this.at = end;
			return value;
		} catch {
			throw new Fault("a string with a bad escape or a raw control character", from);
		}
	}

	private endOfString(): number {
		for (let end = this.at + 1; end < this.text.length; ) {
			const quote = this.text.indexOf('"', end);
			if (quote < 0) break;
			let slashes = 0;
			while (this.text[quote - 1 - slashes] === "\\") slashes++;
			if (slashes % 2 === 0) return quote + 1;
			end = quote + 1;
		}
		throw new Fault("a string without an end", this.at);
	}

	private readWord(word: string, value: JsonValue): JsonValue {
		if (!this.text.startsWith(word, this.at)) throw this.fault("expected a value");
		this.at += word.length;
		return value;
	}

	private match(pattern: RegExp): string | undefined {
		pattern.lastIndex = this.at;
		const found = pattern.exec(this.text)?.[0];
		if (found !== undefined) this.at += found.length;
		return found;
	}

	private take(char: string): boolean {
		if (this.text[this.at] !== char) return false;
		this.at++;
		return true;
	}

	private skipSpace(): void {
		const code = this.text.charCodeAt(this.at);
		if (code > 32) return;
		space.lastIndex = this.at;
		space.exec(this.text);
		this.at = space.lastIndex;
	}

	private fault(expected: string): Fault {
		const char = this.text[this.at];
		return new Fault(char === undefined ? `${expected}, found the end` : `${expected}, found ${JSON.stringify(char)}`, this.at);
	}
}
