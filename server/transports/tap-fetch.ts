import type { Agent } from "undici";
import { BodyChunks } from "./body-chunks.ts";
import { describeFailure } from "./describe-failure.ts";
import type { HttpTap } from "./http-tap.ts";
import { readHead, tapBody } from "./tap-body.ts";
import { tapEvents } from "./tap-events.ts";

/** So long is waited for the first byte of a body of another type, which may be JSON after all. */
const SNIFF_MS = 1_000;

// the global fetch takes a dispatcher of the npm package, whose types are not those of the platform's own
type FetchInit = Omit<RequestInit, "dispatcher"> & { dispatcher?: unknown };

/**
 * A `fetch` that records every exchange and takes every message off the wire before the SDK sees it. The SDK gets bodies that hold what
 * its driver waits for and nothing else. Bodies have no time limit: an event stream may be silent for hours.
 */
export function tapFetch(
	tap: HttpTap,
	restoreBody: (body: string) => string,
): { fetch: (url: string | URL, init?: RequestInit) => Promise<Response>; close(): Promise<void> } {
	let dispatcher: Promise<Agent> | undefined;

	const tapped = async (url: string | URL, init: RequestInit = {}): Promise<Response> => {
		dispatcher ??= makeDispatcher();
		const method = (init.method ?? "GET").toUpperCase();
		const body = typeof init.body === "string" ? restoreBody(init.body) : undefined;
		const carried = body !== undefined && isJson(new Headers(init.headers).get("content-type")) ? tap.sent(Buffer.from(body)) : 0;
		const began = performance.now();
		const facts = { method, url: String(url), carried, requestHeaders: [...new Headers(init.headers)] };
		const request: FetchInit = { ...init, ...(body !== undefined && { body }), dispatcher: await dispatcher };
		let response: Response;
		try {
			response = await fetch(url, request as RequestInit);
		} catch (error) {
			tap.exchange({ ...facts, ms: performance.now() - began, failure: describeFailure(error) });
			throw error;
		}
		const done = { ...facts, ms: performance.now() - began, status: response.status, statusText: response.statusText, responseHeaders: [...response.headers] };
		const type = response.headers.get("content-type");
		if (response.body && /^text\/event-stream\b/i.test(type ?? "")) {
			tap.exchange(done);
			return sameHead(response, tapEvents(response.body, tap, facts.url));
		}
		const chunks = new BodyChunks(response.body);
		const typed = isJson(type);
		if (typed || (carried > 0 && (await looksLikeJson(chunks)))) {
			tap.exchange({ ...done, ...(!typed && { mistyped: true }) });
			const { messages, bytes } = await tapBody(chunks, tap, { url: facts.url, packed: response.headers.has("content-encoding") });
			// a body that is no message goes on as it is, for the SDK to refuse
			const kept = messages.length === 0 ? bytes : messages.length === 1 ? (messages[0] as string) : `[${messages.join(",")}]`;
			return sameHead(response, kept, messages.length > 0 ? "application/json" : undefined);
		}
		const { bytes, cut } = await readHead(chunks);
		tap.exchange({ ...done, ...(bytes.length > 0 && { body: bytes.toString("utf8") }), ...(cut !== undefined && { bodyCut: cut }) });
		if (chunks.broken && bytes.length === 0) throw chunks.error;
		return sameHead(response, bytes);
	};
	return { fetch: tapped, close: async () => (await dispatcher)?.destroy() };
}

/** Whether a body of another type begins as a JSON message does. */
async function looksLikeJson(chunks: BodyChunks): Promise<boolean> {
	const first = await chunks.peek(SNIFF_MS);
	return first instanceof Uint8Array && /^\ufeff?\s*[[{]/.test(Buffer.from(first.subarray(0, 64)).toString("utf8"));
}

function sameHead(response: Response, body: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>, type?: string): Response {
	const headers = new Headers(response.headers);
	// the body was unpacked and may be another one now
	headers.delete("content-length");
	headers.delete("content-encoding");
	if (type !== undefined) headers.set("content-type", type);
	const empty = response.status === 204 || response.status === 205 || response.status === 304;
	const copy = new Response(empty ? null : body, { status: response.status, statusText: response.statusText, headers });
	Object.defineProperty(copy, "url", { value: response.url });
	return copy;
}

function isJson(type: string | null): boolean {
	return /^application\/(?:[\w.+-]+\+)?json\b/i.test(type ?? "");
}

/** Loaded when it is needed: a third of the bridge, and most servers are reached over stdio. */
async function makeDispatcher(): Promise<Agent> {
	// a package in CommonJS has but its default export once it is a file of its own
	const { default: undici } = await import("undici");
	return new undici.Agent({ bodyTimeout: 0, headersTimeout: 0 });
}
