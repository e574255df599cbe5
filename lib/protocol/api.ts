import * as z from "zod";
import { directions, entryKinds, Preview, statuses } from "./entry.ts";
import { Session } from "./session.ts";
import { Settings, SettingsPatch } from "./settings.ts";
import { RecentTarget, Target, TargetDraft } from "./target.ts";

export type Endpoint = { method: "GET" | "POST"; path: string; params: z.ZodType; reply: z.ZodType /** status of success */; status: number };

/** Path parameters (`:name`), the query (GET) and the JSON body (POST) are one `params` object. */
function endpoint<Params extends z.ZodType, Reply extends z.ZodType>(
	method: "GET" | "POST",
	path: string,
	shape: { params: Params; reply: Reply; status?: number },
) {
	return { method, path, params: shape.params, reply: shape.reply, status: shape.status ?? 200 };
}

const none = z.object({});
const sessionId = z.object({ sessionId: z.string() });
const resource = sessionId.extend({ uri: z.string().min(1).max(8_192) });
const seqRange = z.object({ sessionId: z.string(), from: z.coerce.number().int().min(1), to: z.coerce.number().int().min(1) });

/** What a text filter asks of the bridge. Terms are ANDed; text is compared without case over method, subject and preview. */
export const TextTerm = z.object({ field: z.enum(["text", "id"]), value: z.string().max(1_000), negate: z.boolean() });
export type TextTerm = z.infer<typeof TextTerm>;

/**
 * Every call between a page (or the CLI, or a test) and the bridge. No call waits for a server under inspection: `request` answers
 * 202 as soon as the frame is on the wire and the outcome comes by the stream.
 */
export const api = {
	listSessions: endpoint("GET", "/api/sessions", { params: none, reply: z.object({ sessions: z.array(Session) }) }),
	openSession: endpoint("POST", "/api/sessions", { params: z.object({ target: Target }), reply: Session, status: 201 }),
	/** Reads what a person typed on the home page as a target; a `Problem` says what is wrong with it. Starts nothing. */
	readTarget: endpoint("POST", "/api/targets/read", {
		params: z.object({ text: z.string().max(8_192) }),
		reply: z.object({ target: Target, summary: z.string() }),
	}),
	recentTargets: endpoint("GET", "/api/targets/recent", { params: none, reply: z.object({ recent: z.array(RecentTarget) }) }),
	restart: endpoint("POST", "/api/sessions/:sessionId/restart", { params: sessionId, reply: none, status: 202 }),
	stop: endpoint("POST", "/api/sessions/:sessionId/stop", { params: sessionId, reply: none, status: 202 }),
	closeSession: endpoint("POST", "/api/sessions/:sessionId/close", { params: sessionId, reply: none, status: 202 }),
	/** The target that the next start takes, to be edited. */
	readDraft: endpoint("GET", "/api/sessions/:sessionId/draft", { params: sessionId, reply: TargetDraft }),
	/** Changes what the next start takes; a `Problem` says what is wrong with it. Starts nothing. */
	saveDraft: endpoint("POST", "/api/sessions/:sessionId/draft", { params: sessionId.extend({ draft: TargetDraft }), reply: none }),
	/** Back to the target of the present run. */
	discardDraft: endpoint("POST", "/api/sessions/:sessionId/draft/discard", { params: sessionId, reply: none }),
	/** Gives a connecting server 30 s more. */
	extendConnect: endpoint("POST", "/api/sessions/:sessionId/extend", { params: sessionId, reply: none }),
	/** Fetches a list anew, all its pages. */
	refreshList: endpoint("POST", "/api/sessions/:sessionId/lists/:list", {
		params: sessionId.extend({ list: z.enum(["tools", "resources", "resourceTemplates", "prompts"]) }),
		reply: none,
		status: 202,
	}),
	/** Asks the server to tell of updates of a resource; how that stands is in the session. */
	subscribe: endpoint("POST", "/api/sessions/:sessionId/subscriptions", { params: resource, reply: none, status: 202 }),
	unsubscribe: endpoint("POST", "/api/sessions/:sessionId/subscriptions/end", { params: resource, reply: none, status: 202 }),
	/** Sends any MCP request. `params` is JSON text, so that digits reach the wire as they were typed. */
	request: endpoint("POST", "/api/sessions/:sessionId/requests", {
		params: sessionId.extend({ method: z.string().min(1), params: z.string(), timeoutMs: z.number().int().positive().optional() }),
		reply: z.object({ callId: z.string(), seq: z.number().int() }),
		status: 202,
	}),
	/** Makes a call again after each reload; without `callId` no call any more. */
	pinCall: endpoint("POST", "/api/sessions/:sessionId/pin", { params: sessionId.extend({ callId: z.string().nullable() }), reply: none }),
	cancelCall: endpoint("POST", "/api/calls/:callId/cancel", { params: z.object({ callId: z.string() }), reply: none, status: 202 }),
	/** Previews of entries `from` … `to` (seqs, both included, at most 1,000) of one session. */
	previews: endpoint("GET", "/api/sessions/:sessionId/previews", { params: seqRange, reply: z.object({ previews: z.array(Preview) }) }),
	/** Which entries of `from` … `to` match all terms; scans for at most 100 ms and says how far it came. Call again from `scannedTo + 1`. */
	findEntries: endpoint("POST", "/api/sessions/:sessionId/find", {
		params: sessionId.extend({ from: z.number().int().min(1), to: z.number().int().min(1), terms: z.array(TextTerm).min(1).max(20) }),
		reply: z.object({ seqs: z.array(z.number().int()), scannedTo: z.number().int() }),
	}),
	/** One entry with its id and preview. The body is `GET /api/entries/:seq/raw?from=&to=` (bytes, `to` excluded; `X-Total-Bytes` tells the whole). */
	readEntry: endpoint("GET", "/api/entries/:seq", {
		params: z.object({ seq: z.coerce.number().int().min(1) }),
		reply: z.object({
			seq: z.number().int(),
			sessionId: z.string(),
			run: z.number().int(),
			at: z.number(),
			kind: z.enum(entryKinds),
			direction: z.enum(directions),
			method: z.string(),
			status: z.enum(statuses),
			bytes: z.number().int(),
			pair: z.number().int(),
			preview: Preview,
			/** false when the bytes are not valid UTF-8: show them as hex */
			utf8: z.boolean(),
		}),
	}),
	readSettings: endpoint("GET", "/api/settings", { params: none, reply: Settings }),
	saveSettings: endpoint("POST", "/api/settings", { params: SettingsPatch, reply: Settings }),
} as const satisfies Record<string, Endpoint>;

export type Api = typeof api;
export type ApiName = keyof Api;
export type ParamsOf<Name extends ApiName> = z.input<Api[Name]["params"]>;
export type ParsedParamsOf<Name extends ApiName> = z.output<Api[Name]["params"]>;
export type ReplyOf<Name extends ApiName> = z.output<Api[Name]["reply"]>;

/** Bytes of an entry's body; see `readEntry`. Outside `api` because its reply is bytes, not JSON. */
export const rawPath = (seq: number, from?: number, to?: number): string => `/api/entries/${seq}/raw${from === undefined ? "" : `?from=${from}&to=${to}`}`;
export const streamPath = "/api/stream";
