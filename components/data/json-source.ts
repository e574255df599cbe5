import type { LineMatch } from "@/lib/format/find-in-lines.ts";
import type { JsonProgress } from "@/lib/format/json-messages.ts";
import type { JsonLine } from "@/lib/format/json-spans.ts";

/** What a search found so far. */
export type Found = { needle: string; matches: readonly LineMatch[]; done: boolean };

/** The lines of one body, wherever they are made. What is not in hand is fetched by `want` and told of through `subscribe`. */
export type JsonSource = {
	/** replaced whenever something changed */
	get(): JsonSnapshot;
	subscribe(listener: () => void): () => void;
	line(at: number): JsonLine | undefined;
	/** says which lines are in view */
	want(from: number, to: number): void;
	/** starts a search, or ends it with an empty needle */
	find(needle: string): void;
	locate(pointers: readonly string[]): Promise<readonly { line: number; exact: boolean }[]>;
	/** the whole pretty text */
	pretty(): Promise<string>;
	close(): void;
};

export type JsonSnapshot = JsonProgress & { version: number; found: Found };

/** Bytes go in, in order; `end` says that all came. */
export type JsonSink = { push(bytes: Uint8Array<ArrayBuffer>): void; end(): void };

/** Bodies up to this size are read at once on the page; larger ones in a worker. */
export const DIRECT_BYTES = 65_536;
