import { createLineTable, type LineKind, type LineTable, lineKind } from "./line-table.ts";

/** Containers deeper than this stay on one line, as they were written. */
export const DEPTH_LIMIT = 512;
/** What is not JSON is cut into lines of at most this many bytes. */
const textLineBytes = 2_048;

/** What is wrong with a body as JSON, and at which byte. */
export type JsonFault = { offset: number; message: string };

export type JsonLines = {
	/** Adds bytes as they come; lines grow at once. */
	push(chunk: Uint8Array): void;
	/** Says that all bytes came. */
	end(): void;
	readonly table: LineTable;
	/** The bytes so far; lines point into them. */
	bytes(): Uint8Array;
	fault(): JsonFault | undefined;
};

const quote = 0x22;
const comma = 0x2c;
const colon = 0x3a;
const backslash = 0x5c;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const newline = 0x0a;

const isSpace = (byte: number | undefined): boolean => byte === 0x20 || byte === newline || byte === 0x0d || byte === 0x09;
const isOpen = (byte: number | undefined): boolean => byte === openBrace || byte === openBracket;
const isClose = (byte: number | undefined): boolean => byte === closeBrace || byte === closeBracket;
const scalar = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/;

/** What may come next. */
type Expect = "value" | "value-or-close" | "key" | "key-or-close" | "colon" | "comma-or-close" | "nothing";

/**
 * Breaks JSON into the lines of its pretty form without building values: a line is a range of the original bytes, so digits, escapes,
 * duplicate keys and key order stay. Works on whatever has come so far; the first screen of a large body needs its first bytes only.
 * From the first byte that is not JSON on, the rest becomes lines of plain text.
 */
export function createJsonLines(expectedBytes = 0): JsonLines {
	const table = createLineTable();
	let buffer = new Uint8Array(Math.max(1024, expectedBytes));
	let size = 0;
	let ended = false;
	let pos = 0;
	/** where the search for the end of an unfinished string or deep container goes on */
	let resume = 0;
	let expect: Expect = "value";
	let fault: JsonFault | undefined;
	let deep = 0;
	let deepInString = false;
	/** lines of the containers that are open */
	const stack: number[] = [];
	/** line under construction, -1 between lines */
	let line = -1;

	const startLine = (at: number, depth = stack.length, kind: LineKind = lineKind.json): void => {
		if (line < 0) line = table.add(at, depth, kind);
	};
	const endLine = (at: number): void => {
		if (line >= 0) table.setEnd(line, at);
		line = -1;
	};
	const fail = (offset: number, message: string): false => {
		fault = { offset, message };
		if (line >= 0) table.setEnd(line, offset);
		if (line >= 0 && table.start(line) === offset) table.setKind(line, lineKind.text);
		else line = -1;
		pos = offset;
		return false;
	};
	/** Ends the value that was just read. */
	const afterValue = (): void => {
		const parent = stack.at(-1);
		if (parent !== undefined) table.countChild(parent);
		expect = parent === undefined ? "nothing" : "comma-or-close";
		table.setEnd(line, pos);
		if (parent === undefined) line = -1;
	};
	/** Index after the closing quote of the string at `pos`; -1 while it is not there. */
	const stringEnd = (): number => {
		let at = Math.max(resume, pos + 1);
		for (; at < size; at++) {
			const byte = buffer[at];
			if (byte === quote) {
				resume = 0;
				return at + 1;
			}
			if (byte === backslash) {
				if (at + 1 >= size) break;
				at++;
			}
		}
		resume = at;
		if (line >= 0) table.setEnd(line, size);
		return -1;
	};
	/** Index after the closer of the container at `pos`, whatever is inside; -1 while it is not there. */
	const deepEnd = (): number => {
		let at = Math.max(resume, pos);
		for (; at < size; at++) {
			const byte = buffer[at];
			if (deepInString) {
				if (byte === backslash) {
					if (at + 1 >= size) break;
					at++;
				} else if (byte === quote) deepInString = false;
			} else if (byte === quote) deepInString = true;
			else if (isOpen(byte)) deep++;
			else if (isClose(byte) && --deep === 0) {
				resume = 0;
				return at + 1;
			}
		}
		resume = at;
		if (line >= 0) table.setEnd(line, size);
		return -1;
	};
	const skipSpace = (from: number): number => {
		let at = from;
		while (at < size && isSpace(buffer[at])) at++;
		return at;
	};
	/** Reads one token at `pos`; false when more bytes are needed or the rest is not JSON. */
	const step = (): boolean => {
		pos = skipSpace(pos);
		if (pos >= size) return false;
		const byte = buffer[pos];
		switch (expect) {
			case "nothing":
				return fail(pos, "more after the end of the JSON value");
			case "colon":
				if (byte !== colon) return fail(pos, "a colon is missing");
				pos++;
				expect = "value";
				return true;
			case "comma-or-close":
				if (byte === comma) {
					pos++;
					endLine(pos);
					expect = buffer[table.opener(stack.at(-1) ?? 0)] === openBrace ? "key" : "value";
					return true;
				}
				return isClose(byte) ? readClose() : fail(pos, "a comma or the end of the container is missing");
			case "key-or-close":
			case "key": {
				if (expect === "key-or-close" && byte === closeBrace) return readClose();
				if (byte !== quote) return fail(pos, "a key in quotes is missing");
				startLine(pos);
				const end = stringEnd();
				if (end < 0) return false;
				pos = end;
				expect = "colon";
				return true;
			}
			case "value-or-close":
				if (byte === closeBracket) return readClose();
				return readValue(byte);
			case "value":
				return readValue(byte);
		}
	};
	const readClose = (): boolean => {
		const parent = stack.at(-1) ?? 0;
		const wanted = buffer[table.opener(parent)] === openBrace ? closeBrace : closeBracket;
		if (buffer[pos] !== wanted) return fail(pos, `a ${wanted === closeBrace ? "}" : "]"} is missing`);
		const isEmpty = table.count(parent) === 0;
		endLine(pos);
		stack.pop();
		if (isEmpty) line = parent;
		else {
			startLine(pos);
			table.setMatch(parent, line);
		}
		pos++;
		afterValue();
		return true;
	};
	const readValue = (byte: number | undefined): boolean => {
		if (isOpen(byte)) {
			if (stack.length >= DEPTH_LIMIT) {
				startLine(pos);
				table.setKind(line, lineKind.deep);
				const end = deepEnd();
				if (end < 0) return false;
				pos = end;
			} else {
				startLine(pos);
				const opened = line;
				table.setOpener(opened, pos);
				pos++;
				endLine(pos);
				stack.push(opened);
				expect = byte === openBrace ? "key-or-close" : "value-or-close";
				return true;
			}
		} else if (byte === quote) {
			startLine(pos);
			const end = stringEnd();
			if (end < 0) return false;
			pos = end;
		} else {
			let end = pos;
			while (
				end < size &&
				!isSpace(buffer[end]) &&
				buffer[end] !== comma &&
				!isClose(buffer[end]) &&
				buffer[end] !== quote &&
				buffer[end] !== colon &&
				!isOpen(buffer[end])
			)
				end++;
			if (end === size && !ended) return false;
			if (!scalar.test(String.fromCharCode(...buffer.subarray(pos, Math.min(end, pos + 1_024)))) && !isLongNumber(pos, end))
				return fail(pos, "not a JSON value");
			startLine(pos);
			pos = end;
		}
		afterValue();
		return true;
	};
	/** Numbers of more than a thousand digits are legal; their shape is not checked. */
	const isLongNumber = (from: number, to: number): boolean =>
		to - from > 1_024 && buffer.subarray(from, to).every((byte) => (byte >= 0x30 && byte <= 0x39) || [0x2b, 0x2d, 0x2e, 0x45, 0x65].includes(byte));
	/** Lines of what is not JSON. */
	const readText = (): void => {
		while (pos < size) {
			startLine(pos, 0, lineKind.text);
			const start = table.start(line);
			const limit = Math.min(size, start + textLineBytes);
			let end = pos;
			while (end < limit && buffer[end] !== newline) end++;
			const isCut = end === start + textLineBytes;
			// not inside a character
			if (isCut) while (end > start + 1 && ((buffer[end] ?? 0) & 0xc0) === 0x80) end--;
			table.setEnd(line, end);
			pos = end;
			if (buffer[end] === newline && end < size) {
				pos = end + 1;
				line = -1;
			} else if (isCut) line = -1;
			else return;
		}
	};
	const run = (): void => {
		while (!fault && step());
		if (fault) readText();
	};

	return {
		table,
		push(chunk) {
			if (size + chunk.length > buffer.length) {
				const grown = new Uint8Array(Math.max(size + chunk.length, buffer.length * 2));
				grown.set(buffer.subarray(0, size));
				buffer = grown;
			}
			buffer.set(chunk, size);
			size += chunk.length;
			run();
		},
		end() {
			if (ended) return;
			ended = true;
			run();
			if (fault) return;
			if (expect === "nothing") return;
			if (size === 0) fault = { offset: 0, message: "empty" };
			else fault = { offset: size, message: "the JSON ends too early" };
			if (line >= 0) table.setEnd(line, size);
		},
		bytes: () => buffer.subarray(0, size),
		fault: () => fault,
	};
}
