import { AsyncLocalStorage } from "node:async_hooks";
import type { Transport } from "@modelcontextprotocol/client";
import type { Message } from "../capture/read-frame.ts";
import type { Wire } from "../transports/wire.ts";
import type { Tracked } from "./recorder.ts";

/** Who is sending: lets a frame find its owner through the SDK, which sends in the caller's context. */
export const sender = new AsyncLocalStorage<Tracked>();

/** What the SDK's client is connected to: a transport that is handed only what the client waits for. */
export type Driver = Transport & {
	/** Called for each request that went out. */
	onrequest?: (method: string, id: string | number) => void;
	/** Gives the SDK a message. What it throws at hostile content must not end the run. */
	deliver(message: Message): void;
	/** The connection is gone, or will be. */
	closed(): void;
};

export type Connection = { wire: Wire; driver: Driver };
