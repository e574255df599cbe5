import type { LineEnd } from "./line-splitter.ts";

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
	/** a body that is no JSON-RPC, or its beginning */
	body?: string;
	/** why that is only the beginning: "cut after 64 KB" */
	bodyCut?: string;
	/** the body looks like JSON and is called something else; it is read as JSON */
	mistyped?: boolean;
	/** what went wrong below HTTP: "ECONNREFUSED" */
	failure?: string;
};

/** How the body of an exchange came to its end, after the exchange was recorded. */
export type HttpBody = {
	url: string;
	bytes: number;
	/** its beginning as text */
	head: string;
	ended: LineEnd;
	/** whether anything in it was a message */
	isMessage: boolean;
	failure?: string;
};

/** Takes the pieces of one long message as they arrive; `end` answers what `received` does. */
export type LongBody = { write(piece: Uint8Array): void; end(ended: LineEnd): readonly string[] };

export type HttpTap = {
	/** A JSON-RPC body goes out. Returns the frame's seq. */
	sent(body: Uint8Array): number;
	/** A message has come. Returns the messages that the protocol driver must see, as JSON. */
	received(body: Uint8Array, ended: LineEnd): readonly string[];
	receivedLong(): LongBody;
	/** True when more input must wait until `whenReady`, because the capture is behind. */
	busy(): boolean;
	whenReady(): Promise<void>;
	/** So many bytes more, or less, have come of messages that have not ended. */
	waiting(bytes: number): void;
	exchange(exchange: HttpExchange): void;
	bodyEnded(body: HttpBody): void;
	/** A server-sent event that carries no message: its name and data. */
	signal(name: string, data: string): void;
	/** A stream of events has ended, or broke. `rest` is what came of an event that was not finished. */
	streamEnded(url: string, failure: string | undefined, rest: Uint8Array): void;
};
