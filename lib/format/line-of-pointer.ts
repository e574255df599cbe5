import type { JsonLines } from "./json-lines.ts";
import { type Decode, spansOf } from "./json-spans.ts";

/**
 * The line of the value that a JSON pointer (RFC 6901) names. `exact` is false when the value is not there: then it is the line of
 * the nearest container that is.
 */
export function lineOfPointer(lines: Pick<JsonLines, "table" | "bytes">, pointer: string, decode: Decode): { line: number; exact: boolean } {
	let line = 0;
	for (const step of pointer.split("/").slice(1)) {
		const child = childOf(lines, line, step.replace(/~1/g, "/").replace(/~0/g, "~"), decode);
		if (child < 0) return { line, exact: false };
		line = child;
	}
	return { line, exact: true };
}

function childOf({ table, bytes }: Pick<JsonLines, "table" | "bytes">, parent: number, step: string, decode: Decode): number {
	const end = table.match(parent);
	if (end === 0) return -1;
	const isArray = bytes()[table.opener(parent)] === 0x5b;
	let found = -1;
	for (let child = parent + 1, index = 0; child < end; child = Math.max(table.match(child), child) + 1, index++) {
		if (isArray ? String(index) === step : keyOf({ table, bytes }, child, decode) === step) {
			// of duplicate keys the last one counts, as in JSON.parse
			found = child;
			if (isArray) break;
		}
	}
	return found;
}

function keyOf(lines: Pick<JsonLines, "table" | "bytes">, line: number, decode: Decode): string | undefined {
	const [first] = spansOf(lines, line, decode).spans;
	if (first?.kind !== "key" || first.cut) return undefined;
	const key: unknown = JSON.parse(first.text);
	return typeof key === "string" ? key : undefined;
}
