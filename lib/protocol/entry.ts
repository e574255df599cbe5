import * as z from "zod";

/**
 * The kinds of entry, in the order of their codes on the stream. Append only: a code is kept in captures and in open tabs.
 *
 * - `request`, `answer`, `notification`, `batch`: frames, each one JSON-RPC message (or, in 2025-03-26, one array of them)
 * - `noise`: bytes on the wire that are not JSON-RPC
 * - `stderr`: one line that the server wrote to its standard error
 * - `http`: one HTTP exchange
 * - `event`: something that happened to the session (started, exited, killed, connected …)
 */
export const entryKinds = ["request", "answer", "notification", "batch", "noise", "stderr", "http", "event"] as const;
export type EntryKind = (typeof entryKinds)[number];

/** `out` is client → server, `in` is server → client; neither says who the client is. Process events have no direction. */
export const directions = ["none", "out", "in"] as const;
export type Direction = (typeof directions)[number];

/**
 * How an entry stands, in the order of their codes.
 *
 * An answer carries its own outcome (`ok`, `error`: a JSON-RPC error, `tool-error`: a result with `isError`), and gives it to the request
 * that it is paired with. `pending` is a request without an answer yet, `lost` one whose run ended first, `cancelled` one that was
 * cancelled, `late` an answer after the cancel, `orphan` an answer to no open request. `bad` is a failed event (a crash, a refused start).
 */
export const statuses = ["none", "pending", "ok", "error", "tool-error", "cancelled", "lost", "late", "orphan", "bad"] as const;
export type Status = (typeof statuses)[number];

/** A JSON-RPC id keeps its type: `1` and `"1"` are different requests. */
export const RpcId = z.union([z.string(), z.number(), z.null()]);
export type RpcId = z.infer<typeof RpcId>;

/** One row of the capture as a person or a program reads it, without its body. Times are milliseconds since the Unix epoch, taken from one monotonic clock. */
export const EntryHead = z.object({
	seq: z.number().int(),
	sessionId: z.string(),
	run: z.number().int(),
	at: z.number(),
	kind: z.enum(entryKinds),
	direction: z.enum(directions),
	/** the method of a request or notification, of the request that an answer answers, or the name of an event */
	method: z.string(),
	status: z.enum(statuses),
	/** length of the raw body in bytes */
	bytes: z.number().int(),
	/** seq of the entry that this one belongs to: an answer's request, a cancelled request, the call of a progress; 0 if none */
	pair: z.number().int(),
});
export type EntryHead = z.infer<typeof EntryHead>;

/** What a grid row shows beside the columns. `text` is at most 240 characters of one line, control characters replaced. */
export const Preview = z.object({
	seq: z.number().int(),
	id: RpcId.optional(),
	/** what the method is about: the tool's, prompt's or resource's name */
	subject: z.string().optional(),
	text: z.string(),
	/** what is wrong with the bytes, in words: "not JSON: unexpected token at byte 12" */
	fault: z.string().optional(),
	/** an error's code */
	code: z.number().optional(),
});
export type Preview = z.infer<typeof Preview>;

/** Method names beyond this many different ones share the last index; the real name is in the preview. */
export const METHOD_LIMIT = 10_000;
export const PREVIEW_PAGE = 500;
