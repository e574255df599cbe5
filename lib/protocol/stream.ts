import * as z from "zod";
import { Call } from "./call.ts";
import { Session } from "./session.ts";

/** Checks an array of numbers without an object per element: a batch holds thousands. */
const numbers = z.custom<readonly number[]>((value) => Array.isArray(value) && value.every((item) => typeof item === "number"));

/**
 * A run of entries with consecutive seqs, as columns: index i is the entry `from + i`. `methods` extends the dictionary that
 * `method` indexes, starting at `methodsFrom`; `sessions` likewise for `session`. `kind`, `direction` and `status` are indexes into
 * `entryKinds`, `directions` and `statuses`. `at` is milliseconds after `atBase`.
 */
export const EntryBatch = z.object({
	from: z.number().int(),
	count: z.number().int(),
	atBase: z.number(),
	at: numbers,
	kind: numbers,
	direction: numbers,
	status: numbers,
	method: numbers,
	bytes: numbers,
	pair: numbers,
	session: numbers,
	run: numbers,
	methodsFrom: z.number().int(),
	methods: z.array(z.string()),
	sessionsFrom: z.number().int(),
	sessions: z.array(z.string()),
});
export type EntryBatch = z.infer<typeof EntryBatch>;

/**
 * Events of `GET /api/stream` (text/event-stream), by SSE event name. `hello` comes first; its `bridge` differs after a restart of the
 * bridge, and then everything known must be dropped. The SSE `id` of `entries` is `bridge:lastSeq`; sent back as `Last-Event-ID` it resumes.
 * Sessions and calls are whole snapshots: the last one wins. A comment comes every 10 s.
 */
export const streamEvents = {
	hello: z.object({ bridge: z.string(), version: z.string(), lastSeq: z.number().int() }),
	entries: EntryBatch,
	session: Session,
	sessionClosed: z.object({ id: z.string() }),
	call: Call,
	settings: z.object({ theme: z.string() }),
} as const;
export type StreamEvents = { [Name in keyof typeof streamEvents]: z.infer<(typeof streamEvents)[Name]> };
export type StreamEventName = keyof StreamEvents;
