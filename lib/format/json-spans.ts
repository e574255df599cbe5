import type { JsonLines } from "./json-lines.ts";
import { lineKind } from "./line-table.ts";

export type SpanKind = "key" | "string" | "number" | "literal" | "punctuation" | "plain";

/** One coloured piece of a line. `cut` is how many bytes were left out after it. */
export type JsonSpan = { kind: SpanKind; text: string; cut?: number };

/** A line ready to be shown. `match` is the line of the closing bracket (0 if it opens nothing), `count` what is between. */
export type JsonLine = { line: number; depth: number; spans: readonly JsonSpan[]; match: number; count: number };

export type Decode = (bytes: Uint8Array) => string;

/** A line shows at most this many bytes of its text; the whole is in the raw view. */
export const LINE_BYTES = 8_192;

const quote = 0x22;
const space = 0x20;
const colon = 0x3a;

/** The line as spans, its original characters between the spaces that pretty printing adds. */
export function spansOf({ table, bytes }: Pick<JsonLines, "table" | "bytes">, line: number, decode: Decode, limit = LINE_BYTES): JsonLine {
	const all = bytes();
	const start = table.start(line);
	const wholeEnd = table.end(line);
	const spans: JsonSpan[] = [];
	const result = { line, depth: table.depth(line), spans, match: table.match(line), count: table.count(line) };
	const add = (kind: SpanKind, from: number, to: number): boolean => {
		const end = characterEnd(all, from, Math.min(to, start + limit));
		spans.push({ kind, text: decode(all.subarray(from, end)), ...(end < to && { cut: to - end }) });
		return end === to;
	};
	if (table.kind(line) === lineKind.text) {
		add("plain", start, wholeEnd);
		return result;
	}
	let at = start;
	let isFirst = true;
	while (at < wholeEnd) {
		const byte = all[at] ?? 0;
		if (byte === space || byte === 0x0a || byte === 0x0d || byte === 0x09) {
			at++;
			continue;
		}
		const end = tokenEnd(all, at, wholeEnd);
		if (byte === quote) {
			const isKey = isFirst && nextVisible(all, end, wholeEnd) === colon;
			if (!add(isKey ? "key" : "string", at, end)) break;
		} else if (byte === colon) spans.push({ kind: "punctuation", text: ": " });
		else if (table.kind(line) === lineKind.deep && end === at + 1 && (byte === 0x7b || byte === 0x5b)) {
			add("plain", at, wholeEnd);
			break;
		} else if (isPunctuation(byte)) spans.push({ kind: "punctuation", text: String.fromCharCode(byte) });
		else if (!add(byte === 0x74 || byte === 0x66 || byte === 0x6e ? "literal" : "number", at, end)) break;
		isFirst = false;
		at = end;
	}
	return result;
}

/** The text that the spans of a line make, without its indent. */
export const textOf = (line: JsonLine): string => line.spans.map(({ text }) => text).join("");

function tokenEnd(bytes: Uint8Array, from: number, limit: number): number {
	if (bytes[from] !== quote) {
		if (isPunctuation(bytes[from] ?? 0)) return from + 1;
		let at = from + 1;
		while (at < limit && !isPunctuation(bytes[at] ?? 0) && (bytes[at] ?? 0) > space && bytes[at] !== quote) at++;
		return at;
	}
	for (let at = from + 1; at < limit; at++) {
		if (bytes[at] === quote) return at + 1;
		if (bytes[at] === 0x5c) at++;
	}
	return limit;
}

function nextVisible(bytes: Uint8Array, from: number, limit: number): number | undefined {
	let at = from;
	while (at < limit && (bytes[at] ?? 0) <= space) at++;
	return at < limit ? bytes[at] : undefined;
}

function isPunctuation(byte: number): boolean {
	return byte === 0x7b || byte === 0x7d || byte === 0x5b || byte === 0x5d || byte === 0x2c || byte === colon;
}

/** `to`, or the start of the character that it would cut through. */
function characterEnd(bytes: Uint8Array, from: number, to: number): number {
	let end = to;
	while (end > from && end > to - 4 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end--;
	return end;
}
