import type { JsonLines } from "./json-lines.ts";
import { type Decode, spansOf, textOf } from "./json-spans.ts";

/** A place where the needle stands: the line and the column in its text (indent not counted). */
export type LineMatch = { line: number; column: number };

/** Every place of `needle` in a text, case ignored, none inside another. */
export function columnsOf(text: string, needle: string): number[] {
	const columns: number[] = [];
	if (needle === "") return columns;
	const haystack = text.toLowerCase();
	const wanted = needle.toLowerCase();
	for (let at = haystack.indexOf(wanted); at >= 0; at = haystack.indexOf(wanted, at + wanted.length)) columns.push(at);
	return columns;
}

/** Matches in the lines `from` … `to` (excluded) as they are shown, long ones to their end. */
export function findInLines(lines: Pick<JsonLines, "table" | "bytes">, needle: string, from: number, to: number, decode: Decode): LineMatch[] {
	const found: LineMatch[] = [];
	for (let line = from; line < Math.min(to, lines.table.length()); line++)
		for (const column of columnsOf(textOf(spansOf(lines, line, decode, Number.POSITIVE_INFINITY)), needle)) found.push({ line, column });
	return found;
}
