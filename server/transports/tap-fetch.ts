import { createParser } from "eventsource-parser";
import type { Agent } from "undici";

/** So much of a body that is no JSON-RPC is kept with its exchange. */
const KEPT_BODY = 64 << 10;

/** One HTTP exchange as it is recorded: when its headers are there, or when it failed. Times in milliseconds. */
export type HttpExchange = {
	method: string;
	url: string;
	/** seq of the frame that it carried; 0 if none */
	carried: number;
	requestHeaders: readonly (readonly [string, string])[];
	ms: number;
	status?: number;
	statusText?: string;
	responseHeaders?: readonly (readonly [string, string])[];
	/** a body that is no JSON-RPC, cut */
	body?: string;
	/** the JSON that came with an error status, cut: it is recorded as a message, and explains why there is no session */
	refusal?: string;
	/** what went wrong below HTTP: "ECONNREFUSED" */
	failure?: string;
};

export type HttpTap = {
	/** A JSON-RPC body goes out. Returns the frame's seq. */
	sent(body: Uint8Array): number;
	/** A message has come. Returns the messages that the protocol driver must see, as JSON. */
	received(body: Uint8Array): readonly string[];
	exchange(exchange: HttpExchange): void;
	/** A server-sent event that carries no message: its name and data. */
	signal(name: string, data: string): void;
	/** A stream of events has ended, or broke. */
	streamEnded(url: string, failure: string | undefined): void;
};

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
		const bytes = await readAll(response);
		if (isJson(type) && bytes.length > 0) {
			tap.exchange({ ...done, ...(!response.ok && { refusal: bytes.subarray(0, KEPT_BODY).toString("utf8") }) });
			const messages = tap.received(bytes);
			// a body that is no message goes on as it is, for the SDK to refuse
			return sameHead(response, messages.length === 0 ? bytes : messages.length === 1 ? (messages[0] as string) : `[${messages.join(",")}]`);
		}
		tap.exchange({ ...done, ...(bytes.length > 0 && { body: bytes.subarray(0, KEPT_BODY).toString("utf8") }) });
		return sameHead(response, bytes);
	};
	return { fetch: tapped, close: async () => (await dispatcher)?.destroy() };
}

/** Lets through the events of a stream, each with only what the driver waits for. */
function tapEvents(body: ReadableStream<Uint8Array>, tap: HttpTap, url: string): ReadableStream<Uint8Array> {
	const decoder = new TextDecoder();
	const encoder = new TextEncoder();
	let out: string[] = [];
	const parser = createParser({
		maxBufferSize: 0,
		onEvent: (event) => {
			const head = `${event.id === undefined ? "" : `id: ${event.id}\n`}${event.event === undefined ? "" : `event: ${event.event}\n`}`;
			if (event.data !== "" && (event.event === undefined || event.event === "message")) {
				const messages = tap.received(Buffer.from(event.data));
				if (messages.length === 0 && event.id !== undefined) out.push(`${head}data:\n\n`);
				for (const message of messages) out.push(`${head}data: ${message}\n\n`);
				return;
			}
			if (event.data !== "") tap.signal(event.event ?? "message", event.data);
			out.push(
				`${head}${event.data
					.split("\n")
					.map((line) => `data: ${line}\n`)
					.join("")}\n`,
			);
		},
		onRetry: (ms) => out.push(`retry: ${ms}\n\n`),
		onComment: (comment) => tap.signal("comment", comment),
	});
	const reader = body.getReader();
	return new ReadableStream<Uint8Array>({
		async pull(controller) {
			try {
				while (out.length === 0) {
					const { value, done } = await reader.read();
					if (done) {
						tap.streamEnded(url, undefined);
						return controller.close();
					}
					parser.feed(decoder.decode(value, { stream: true }));
				}
				const text = out.join("");
				out = [];
				controller.enqueue(encoder.encode(text));
			} catch (error) {
				tap.streamEnded(url, describeFailure(error));
				controller.error(error);
			}
		},
		cancel: (reason) => reader.cancel(reason),
	});
}

async function readAll(response: Response): Promise<Buffer<ArrayBuffer>> {
	const chunks: Uint8Array[] = [];
	for await (const chunk of response.body ?? []) chunks.push(chunk);
	return Buffer.concat(chunks);
}

function sameHead(response: Response, body: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>): Response {
	const headers = new Headers(response.headers);
	// the body was unpacked and may be another one now
	headers.delete("content-length");
	headers.delete("content-encoding");
	const empty = response.status === 204 || response.status === 205 || response.status === 304;
	const copy = new Response(empty ? null : body, { status: response.status, statusText: response.statusText, headers });
	Object.defineProperty(copy, "url", { value: response.url });
	return copy;
}

function isJson(type: string | null): boolean {
	return /^application\/(?:[\w.+-]+\+)?json\b/i.test(type ?? "");
}

/** The code beneath fetch's "fetch failed". */
function describeFailure(error: unknown): string {
	for (let cause: unknown = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth += 1) {
		const { code } = cause as NodeJS.ErrnoException;
		if (typeof code === "string") return code;
		if (cause.name === "AbortError") return "aborted";
		if (cause.cause === undefined) return cause.message;
	}
	return String(error);
}

/** Loaded when it is needed: a third of the bridge, and most servers are reached over stdio. */
async function makeDispatcher(): Promise<Agent> {
	const { Agent } = await import("undici");
	return new Agent({ bodyTimeout: 0, headersTimeout: 0 });
}
