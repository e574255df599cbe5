import { AsyncLocalStorage } from "node:async_hooks";
import type { JSONRPCMessage, Transport } from "@modelcontextprotocol/client";
import { stringifyExact } from "../../lib/mcp/exact-json.ts";
import type { Message } from "../capture/read-frame.ts";
import type { StdioWire } from "../transports/stdio.ts";
import type { Recorder, Tracked } from "./recorder.ts";

/** Who is sending: lets a frame find its owner through the SDK, which sends in the caller's context. */
export const sender = new AsyncLocalStorage<Tracked>();

/**
 * The SDK's view of a wire that we own. It is handed only what it waits for, and what it sends is recorded as the bytes that go out.
 * `stderr` and `pid` are what makes the SDK apply its stdio rules for probing.
 */
export class WireTransport implements Transport {
	onclose?: () => void;
	onerror?: (error: Error) => void;
	onmessage?: Transport["onmessage"];
	/** Called for each request that went out. */
	onrequest?: (method: string, id: string | number) => void;
	readonly stderr = null;
	readonly pid: number | undefined;
	#closed = false;

	constructor(
		readonly wire: StdioWire,
		readonly recorder: Recorder,
	) {
		this.pid = wire.pid;
	}

	async start(): Promise<void> {}

	async send(message: JSONRPCMessage): Promise<void> {
		const text = stringifyExact(message);
		const bytes = Buffer.from(`${text}\n`);
		if (this.#closed || this.wire.ending) throw new Error("the server is not running");
		this.recorder.sent(bytes.subarray(0, -1), message as Message, sender.getStore());
		this.wire.write(bytes);
		if ("method" in message && "id" in message) this.onrequest?.(message.method, message.id);
	}

	/** Gives the SDK a message. What it throws at hostile content must not end the run. */
	deliver(message: Message): void {
		try {
			this.onmessage?.(message as JSONRPCMessage);
		} catch (error) {
			this.onerror?.(error instanceof Error ? error : new Error(String(error)));
		}
	}

	/** The server is gone, or will be. */
	closed(): void {
		if (this.#closed) return;
		this.#closed = true;
		this.onclose?.();
	}

	/** The SDK asks for the end after a failed handshake; ending processes is the session's decision. */
	async close(): Promise<void> {
		this.closed();
	}
}
