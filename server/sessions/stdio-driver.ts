import type { JSONRPCMessage, Transport } from "@modelcontextprotocol/client";
import { stringifyExact } from "../../lib/mcp/exact-json.ts";
import type { Message } from "../capture/read-frame.ts";
import type { StdioWire } from "../transports/stdio.ts";
import { type Driver, sender } from "./driver.ts";
import type { Recorder } from "./recorder.ts";

/**
 * The SDK's view of a wire that we own. It is handed only what it waits for, and what it sends is recorded as the bytes that go out.
 * `stderr` and `pid` are what makes the SDK apply its stdio rules for probing.
 */
export class StdioDriver implements Driver {
	onclose?: () => void;
	onerror?: (error: Error) => void;
	onmessage?: Transport["onmessage"];
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

	deliver(message: Message): void {
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

	/** The SDK asks for the end after a failed handshake; ending processes is the session's decision. */
	async close(): Promise<void> {
		this.closed();
	}
}
