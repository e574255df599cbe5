import { type JSONRPCMessage, SSEClientTransport, StreamableHTTPClientTransport, type TransportSendOptions } from "@modelcontextprotocol/client";
import { restoreExact, stringifyExact } from "../../lib/mcp/exact-json.ts";
import type { HttpOutcome } from "../../lib/mcp/explain-http.ts";
import { isObject, type Message } from "../capture/read-frame.ts";
import { fingerprint, maskHeader, maskUrl } from "../storage/mask-credentials.ts";
import type { HttpBody, HttpExchange, HttpTap, LongBody } from "../transports/http-tap.ts";
import type { LineEnd } from "../transports/line-splitter.ts";
import type { Exit } from "../transports/tap.ts";
import { tapFetch } from "../transports/tap-fetch.ts";
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
	/** seq of the frame that the last exchange carried; 0 if none */
	lastCarried = 0;
	/** why no answer can come any more, although the server may live: the one stream of HTTP+SSE is over, or the session was forgotten */
	lost: "stream" | "session" | undefined;
	/** how Streamable HTTP was refused before this was tried */
	refused: HttpOutcome | undefined;
	readonly #inner: StreamableHTTPClientTransport | SSEClientTransport;
	readonly #closeFetch: () => Promise<void>;
	/** where messages go that come while one is being recorded */
	#delivered: string[] | undefined;
	#waitingBytes = 0;
	#closed = false;
	#ended: (exit: Exit) => void = () => {};
	#told: () => void = () => {};

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
		const id = "method" in message && "id" in message ? message.id : undefined;
		if ("method" in message && id !== undefined) this.onrequest?.(message.method, id);
		if (!(this.#inner instanceof StreamableHTTPClientTransport)) return this.#inner.send(message);
		const onRequestStreamEnd = () => {
			options?.onRequestStreamEnd?.();
			if (id !== undefined) this.#unanswered(id);
		};
		await this.#inner.send(message, { ...options, onRequestStreamEnd });
	}

	/** The stream of a request is over. Where its answer was on it, nobody waits for this one. */
	#unanswered(id: string | number): void {
		if (this.#closed) return;
		this.deliver({ jsonrpc: "2.0", id, error: { code: -32603, message: "the event stream ended without an answer" } });
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

	received(body: Uint8Array, ended: LineEnd): readonly string[] {
		return this.#collect(() => this.recorder.received(body, ended));
	}

	receivedLong(): LongBody {
		const long = this.recorder.receivedLong();
		return { write: (piece) => long.write(piece), end: (ended) => this.#collect(() => long.end(ended)) };
	}

	busy(): boolean {
		return this.recorder.busy();
	}

	whenReady(): Promise<void> {
		return this.recorder.whenReady();
	}

	/** The messages that the protocol driver must see of what `record` records. */
	#collect(record: () => void): readonly string[] {
		const delivered: string[] = [];
		this.#delivered = delivered;
		this.recorder.arrived();
		this.recorder.lastFault = undefined;
		try {
			record();
		} finally {
			this.#delivered = undefined;
		}
		return delivered;
	}

	waiting(bytes: number): void {
		this.#waitingBytes += bytes;
	}

	exchange(exchange: HttpExchange): void {
		const { method, status, statusText, failure, ms, carried, body, bodyCut, mistyped } = exchange;
		const url = this.#maskUrl(exchange.url);
		const header = (name: string) => exchange.responseHeaders?.find(([known]) => known === name)?.[1];
		const contentType = header("content-type");
		const location = header("location");
		this.lastCarried = carried;
		const redirected = this.last?.status !== undefined && this.last.status >= 300 && this.last.status < 400 ? this.last : undefined;
		this.last = {
			method,
			url,
			...(status !== undefined && { status }),
			...(contentType !== undefined && { contentType }),
			...(location !== undefined && { location: URL.canParse(location, exchange.url) ? this.#maskUrl(new URL(location, exchange.url).href) : location }),
			...(body !== undefined && { body }),
			...(failure !== undefined && { failure }),
			...(carried > 0 && { wantsAnswer: true }),
			...(redirected?.location === url && { redirectedFrom: [...(redirected.redirectedFrom ?? []), redirected.url] }),
		};
		const outcome = failure ?? `${status} ${statusText ?? ""}`.trim();
		const path = pathOf(url);
		const mask = (headers: HttpExchange["requestHeaders"] | undefined) => headers?.map(([name, value]) => [name, this.#mask(name, value)]);
		const remark = mistyped ? ", read as JSON, which other clients refuse" : bodyCut === undefined ? "" : `, ${bodyCut}`;
		this.recorder.http(
			`${method} ${path} → ${outcome}${contentType === undefined ? "" : ` ${contentType}`}${remark}`,
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
				bodyCut,
			},
			{ method, pair: carried, bad: mistyped || (failure !== undefined ? failure !== "aborted" : (status ?? 0) >= 400) },
		);
		// 404 to a message of a session says that the server knows it no more (2025-03-26 … 2025-11-25, session management)
		if (status === 404 && carried > 0 && this.sessionId !== undefined) this.#lose("session");
	}

	bodyEnded({ url: of, bytes, head, ended, isMessage, failure }: HttpBody): void {
		const url = this.#maskUrl(of);
		if (this.last?.url === url) {
			const fault = ended === "newline" && bytes > 0 && !isMessage ? this.recorder.lastFault : undefined;
			const broke = ended === "cap" ? `had not ended after ${Math.round(bytes / 2 ** 20)} MB` : failure && `broke after ${bytes} bytes (${failure})`;
			this.last = { ...this.last, body: head, ...(fault !== undefined && { fault }), ...(broke && { broke }) };
		}
		if (ended === "newline" || failure === "aborted") return;
		const text =
			ended === "cap" ? `body of ${pathOf(url)} cut after ${bytes} bytes: it had not ended` : `body of ${pathOf(url)} broke after ${bytes} bytes: ${failure}`;
		this.recorder.http(text, { url, bytes, failure }, { method: "body", pair: 0, bad: true });
	}

	signal(name: string, data: string): void {
		this.recorder.http(`event ${name}: ${data.slice(0, 200)}`, { event: name, data }, { method: name, pair: 0, bad: false });
	}

	streamEnded(of: string, failure: string | undefined, rest: Uint8Array): void {
		if (rest.length > 0) this.recorder.broken(rest, "the stream ended in the middle of this event");
		if (failure === "aborted") return;
		const url = this.#maskUrl(of);
		const path = pathOf(url);
		if (this.last?.url === url) {
			const where = rest.length > 0 ? " in the middle of an event" : "";
			this.last = { ...this.last, streamEnded: failure === undefined ? `ended${where}` : `broke${where} (${failure})` };
		}
		this.recorder.http(
			failure === undefined ? `stream of ${path} ended` : `stream of ${path} broke: ${failure}`,
			{ url, failure },
			{ method: "stream", pair: 0, bad: failure !== undefined || rest.length > 0 },
		);
		// the SDK would open another, which is another session that nobody began
		if (this.endpoint.transport === "sse") this.#lose("stream");
	}

	#lose(what: "stream" | "session"): void {
		this.lost ??= what;
		this.#told();
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
		const told = new Promise<void>((resolve) => {
			this.#told = resolve;
		});
		let closing: Promise<"stdin"> | undefined;
		const waiting = () => this.#waitingBytes;
		const lost = () => this.lost !== undefined;
		return {
			pid: undefined,
			get waitingBytes() {
				return waiting();
			},
			queuedBytes: 0,
			get stdoutClosed() {
				return lost();
			},
			get ending() {
				return closing !== undefined;
			},
			stdoutEnded: Promise.race([told, exited.then(() => {})]),
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
