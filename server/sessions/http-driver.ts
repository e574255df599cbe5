import { type JSONRPCMessage, SSEClientTransport, StreamableHTTPClientTransport, type TransportSendOptions } from "@modelcontextprotocol/client";
import { restoreExact, stringifyExact } from "../../lib/mcp/exact-json.ts";
import type { HttpOutcome } from "../../lib/mcp/explain-http.ts";
import { isObject, type Message } from "../capture/read-frame.ts";
import { fingerprint, maskHeader, maskUrl } from "../storage/mask-credentials.ts";
import type { Exit } from "../transports/tap.ts";
import { type HttpExchange, type HttpTap, tapFetch } from "../transports/tap-fetch.ts";
import type { Wire } from "../transports/wire.ts";
import { type Driver, sender } from "./driver.ts";
import type { Recorder } from "./recorder.ts";

export type HttpEndpoint = { url: string; headers: Readonly<Record<string, string>>; transport: "http" | "sse"; keepSecrets: boolean };

/** The SDK's HTTP transports over our recording fetch: every exchange and every message is an entry before the SDK sees it. */
export class HttpDriver implements Driver, HttpTap {
	onclose?: () => void;
	onerror?: (error: Error) => void;
	onmessage?: Driver["onmessage"];
	onrequest?: Driver["onrequest"];
	readonly hasPerRequestStream: boolean;
	readonly wire: Wire;
	/** the exchange that came last, to explain a failure by */
	last: HttpOutcome | undefined;
	/** how Streamable HTTP was refused before this was tried */
	refused: HttpOutcome | undefined;
	readonly #inner: StreamableHTTPClientTransport | SSEClientTransport;
	readonly #closeFetch: () => Promise<void>;
	/** where messages go that come while one is being recorded */
	#delivered: string[] | undefined;
	#closed = false;
	#ended: (exit: Exit) => void = () => {};

	constructor(
		readonly endpoint: HttpEndpoint,
		readonly recorder: Recorder,
	) {
		const tapped = tapFetch(this, restoreExact);
		this.#closeFetch = tapped.close;
		const url = new URL(endpoint.url);
		const options = { fetch: tapped.fetch, requestInit: { headers: { ...endpoint.headers } } };
		this.#inner =
			endpoint.transport === "sse"
				? new SSEClientTransport(url, options)
				: new StreamableHTTPClientTransport(url, { ...options, redirectPolicy: "same-origin" });
		this.hasPerRequestStream = endpoint.transport === "http";
		this.#inner.onclose = () => this.closed();
		this.#inner.onerror = (error) => this.onerror?.(error);
		this.#inner.onmessage = (message: JSONRPCMessage) => this.onmessage?.(message);
		this.wire = this.#makeWire();
	}

	get sessionId(): string | undefined {
		return this.#inner instanceof StreamableHTTPClientTransport ? this.#inner.sessionId : undefined;
	}

	setProtocolVersion(version: string): void {
		this.#inner.setProtocolVersion(version);
	}

	start(): Promise<void> {
		return this.#inner.start();
	}

	async send(message: JSONRPCMessage, options?: TransportSendOptions): Promise<void> {
		if ("method" in message && "id" in message) this.onrequest?.(message.method, message.id);
		if (this.#inner instanceof StreamableHTTPClientTransport) await this.#inner.send(message, options);
		else await this.#inner.send(message);
	}

	/** The SDK asks for the end after a failed handshake; ending the connection is the session's decision. */
	async close(): Promise<void> {
		this.closed();
	}

	deliver(message: Message): void {
		if (this.#delivered) {
			this.#delivered.push(stringifyExact(message));
			return;
		}
		try {
			this.onmessage?.(message as JSONRPCMessage);
		} catch (error) {
			this.onerror?.(error instanceof Error ? error : new Error(String(error)));
		}
	}

	closed(): void {
		if (this.#closed) return;
		this.#closed = true;
		this.onclose?.();
	}

	sent(body: Uint8Array): number {
		const message: unknown = JSON.parse(Buffer.from(body).toString("utf8"));
		return isObject(message) ? this.recorder.sent(body, message, sender.getStore()) : 0;
	}

	received(body: Uint8Array): readonly string[] {
		const delivered: string[] = [];
		this.#delivered = delivered;
		this.recorder.arrived();
		try {
			this.recorder.received(body, "newline");
		} finally {
			this.#delivered = undefined;
		}
		return delivered;
	}

	exchange(exchange: HttpExchange): void {
		const { method, status, statusText, failure, ms, carried, body, refusal } = exchange;
		const url = this.#maskUrl(exchange.url);
		const contentType = exchange.responseHeaders?.find(([name]) => name === "content-type")?.[1];
		this.last = {
			method,
			url,
			...(status !== undefined && { status }),
			...(contentType !== undefined && { contentType }),
			...((body ?? refusal) !== undefined && { body: body ?? refusal }),
			...(failure !== undefined && { failure }),
		};
		const outcome = failure ?? `${status} ${statusText ?? ""}`.trim();
		const path = pathOf(url);
		const mask = (headers: HttpExchange["requestHeaders"] | undefined) => headers?.map(([name, value]) => [name, this.#mask(name, value)]);
		this.recorder.http(
			`${method} ${path} → ${outcome}${contentType === undefined ? "" : ` ${contentType}`}`,
			{
				method,
				url,
				status,
				statusText,
				failure,
				ms: Math.round(ms * 100) / 100,
				requestHeaders: mask(exchange.requestHeaders),
				responseHeaders: mask(exchange.responseHeaders),
				body,
			},
			{ method, pair: carried, bad: failure !== undefined ? failure !== "aborted" : (status ?? 0) >= 400 },
		);
	}

	signal(name: string, data: string): void {
		this.recorder.http(`event ${name}: ${data.slice(0, 200)}`, { event: name, data }, { method: name, pair: 0, bad: false });
	}

	streamEnded(of: string, failure: string | undefined): void {
		if (failure === "aborted") return;
		const url = this.#maskUrl(of);
		const path = pathOf(url);
		this.recorder.http(
			failure === undefined ? `stream of ${path} ended` : `stream of ${path} broke: ${failure}`,
			{ url, failure },
			{ method: "stream", pair: 0, bad: failure !== undefined },
		);
	}

	#maskUrl(url: string): string {
		return this.endpoint.keepSecrets ? url : maskUrl(url);
	}

	/** The user's own headers are secrets unless they are known not to be. */
	#mask(name: string, value: string): string {
		if (this.endpoint.keepSecrets) return value;
		const own = Object.keys(this.endpoint.headers).some((header) => header.toLowerCase() === name);
		const masked = maskHeader(name, value);
		return masked === value && own && !/^(accept|content-type|user-agent|mcp-)/.test(name) ? fingerprint(value) : masked;
	}

	#makeWire(): Wire {
		const exited = new Promise<Exit>((resolve) => {
			this.#ended = resolve;
		});
		let closing: Promise<"stdin"> | undefined;
		return {
			pid: undefined,
			waitingBytes: 0,
			queuedBytes: 0,
			stdoutClosed: false,
			get ending() {
				return closing !== undefined;
			},
			stdoutEnded: exited.then(() => {}),
			left: exited.then(() => {}),
			exited,
			close: () => {
				closing ??= this.#end();
				return closing;
			},
		};
	}

	/** Tells the server that its session is over (2025-03-26 … 2025-11-25, session management), and gives it a second to hear it. */
	async #end(): Promise<"stdin"> {
		if (this.#inner instanceof StreamableHTTPClientTransport && this.#inner.sessionId !== undefined) {
			await Promise.race([this.#inner.terminateSession().catch(() => {}), new Promise((resolve) => setTimeout(resolve, 1_000))]);
		}
		await this.#inner.close().catch(() => {});
		await this.#closeFetch().catch(() => {});
		this.closed();
		this.#ended({ code: null, signal: null });
		return "stdin";
	}
}

/** What follows host and port. */
const pathOf = (url: string): string => url.replace(/^[^/]*\/\/[^/?#]*/, "");
