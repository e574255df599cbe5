import { findInLines, type LineMatch } from "../../format/find-in-lines.ts";
import { createJsonLines } from "../../format/json-lines.ts";
import { type JsonReply, type JsonRequest, MATCH_LIMIT } from "../../format/json-messages.ts";
import { type JsonLine, spansOf } from "../../format/json-spans.ts";
import { lineOfPointer } from "../../format/line-of-pointer.ts";
import { prettyText } from "../../format/pretty-text.ts";
import { yieldNow } from "../yield-now.ts";

const headLines = 80;
const searchSlice = 5_000;

const lines = createJsonLines();
const decoder = new TextDecoder();
const decode = (bytes: Uint8Array): string => decoder.decode(bytes);
let done = false;
let isFirst = true;
let search = 0;
let waitingNeedle = "";

const answer = (reply: JsonReply): void => self.postMessage(reply);
const read = (from: number, to: number): JsonLine[] =>
	Array.from({ length: Math.max(0, Math.min(to, lines.table.length()) - from) }, (_, at) => spansOf(lines, from + at, decode));

function report(): void {
	const fault = lines.fault();
	answer({ type: "progress", progress: { lines: lines.table.length(), done, ...(fault && { fault }) }, ...(isFirst && { head: read(0, headLines) }) });
	isFirst = false;
}

async function find(needle: string): Promise<void> {
	const mine = ++search;
	let count = 0;
	for (let from = 0; mine === search; from += searchSlice) {
		const all: LineMatch[] = needle === "" ? [] : findInLines(lines, needle, from, from + searchSlice, decode);
		const matches = all.slice(0, MATCH_LIMIT - count);
		count += matches.length;
		const isLast = needle === "" || count >= MATCH_LIMIT || from + searchSlice >= lines.table.length();
		answer({ type: "matches", needle, matches, done: isLast });
		if (isLast) return;
		await yieldNow();
	}
}

const handle: { [Type in JsonRequest["type"]]: (request: Extract<JsonRequest, { type: Type }>) => void } = {
	push({ bytes }) {
		lines.push(bytes);
		report();
	},
	end() {
		lines.end();
		done = true;
		report();
		if (waitingNeedle !== "") void find(waitingNeedle);
	},
	lines: ({ from, to }) => answer({ type: "lines", from, lines: read(from, to) }),
	// a search over half a body would have to be made again
	find({ needle }) {
		if (done) void find(needle);
		else waitingNeedle = needle;
	},
	locate: ({ ask, pointers }) => answer({ type: "located", ask, places: pointers.map((pointer) => lineOfPointer(lines, pointer, decode)) }),
	pretty: ({ ask }) => answer({ type: "pretty", ask, text: prettyText(lines, decode) }),
};

self.addEventListener("message", ({ data }: MessageEvent<JsonRequest>) => (handle[data.type] as (request: JsonRequest) => void)(data));
