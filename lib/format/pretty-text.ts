import type { JsonLines } from "./json-lines.ts";
import { type Decode, spansOf, textOf } from "./json-spans.ts";

/** The whole pretty form, two spaces a level, nothing cut. */
export function prettyText(lines: Pick<JsonLines, "table" | "bytes">, decode: Decode): string {
	const parts: string[] = [];
	for (let at = 0; at < lines.table.length(); at++) {
		const line = spansOf(lines, at, decode, Number.POSITIVE_INFINITY);
		parts.push("  ".repeat(line.depth) + textOf(line));
	}
	return parts.join("\n");
}
