import { findInLines } from "@/lib/format/find-in-lines.ts";
import { createJsonLines } from "@/lib/format/json-lines.ts";
import { MATCH_LIMIT } from "@/lib/format/json-messages.ts";
import { spansOf } from "@/lib/format/json-spans.ts";
import { lineOfPointer } from "@/lib/format/line-of-pointer.ts";
import { prettyText } from "@/lib/format/pretty-text.ts";
import type { JsonSnapshot, JsonSource } from "./json-source.ts";

/** Reads a small body at once. */
export function createDirectJsonSource(bytes: Uint8Array): JsonSource {
	const lines = createJsonLines(bytes.length);
	lines.push(bytes);
	lines.end();
	const decoder = new TextDecoder();
	const decode = (part: Uint8Array): string => decoder.decode(part);
	const total = lines.table.length();
	const fault = lines.fault();
	const listeners = new Set<() => void>();
	let snapshot: JsonSnapshot = { version: 0, lines: total, done: true, ...(fault && { fault }), found: { needle: "", matches: [], done: true } };
	return {
		get: () => snapshot,
		subscribe(listener) {
			listeners.add(listener);
			return () => void listeners.delete(listener);
		},
		line: (at) => (at < total ? spansOf(lines, at, decode) : undefined),
		want: () => undefined,
		find(needle) {
			if (needle === snapshot.found.needle) return;
			const matches = needle === "" ? [] : findInLines(lines, needle, 0, total, decode).slice(0, MATCH_LIMIT);
			snapshot = { ...snapshot, version: snapshot.version + 1, found: { needle, matches, done: true } };
			for (const listener of [...listeners]) listener();
		},
		locate: async (pointers) => pointers.map((pointer) => lineOfPointer(lines, pointer, decode)),
		pretty: async () => prettyText(lines, decode),
		close: () => undefined,
	};
}
