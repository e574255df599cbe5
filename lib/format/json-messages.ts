import type { LineMatch } from "./find-in-lines.ts";
import type { JsonFault } from "./json-lines.ts";
import type { JsonLine } from "./json-spans.ts";

/** How far a body is read. `lines` grow while it comes; `done` once all of it came. */
export type JsonProgress = { lines: number; done: boolean; fault?: JsonFault };

/** What the page asks of the JSON worker, one worker a body. */
export type JsonRequest =
	| { type: "push"; bytes: Uint8Array<ArrayBuffer> }
	| { type: "end" }
	| { type: "lines"; from: number; to: number }
	/** replaces the search before it; an empty needle ends it */
	| { type: "find"; needle: string }
	| { type: "locate"; ask: number; pointers: readonly string[] }
	| { type: "pretty"; ask: number };

export type JsonReply =
	/** `head` comes with the first bytes, so that the first screen needs no second trip */
	| { type: "progress"; progress: JsonProgress; head?: readonly JsonLine[] }
	| { type: "lines"; from: number; lines: readonly JsonLine[] }
	| { type: "matches"; needle: string; matches: readonly LineMatch[]; done: boolean }
	| { type: "located"; ask: number; places: readonly { line: number; exact: boolean }[] }
	| { type: "pretty"; ask: number; text: string };

/** The whole pretty text is copied to the clipboard; searches stop at this many places. */
export const MATCH_LIMIT = 10_000;
