import { createParser } from "eventsource-parser";
import { describeFailure } from "./describe-failure.ts";
import type { HttpTap } from "./http-tap.ts";

/** A message in an event beyond this goes to the capture in pieces of this size. */
const LONG_BYTES = 1 << 20;
/** An event that has not ended by then ends its stream: the parser keeps it whole. */
const EVENT_CAP = 128 << 20;

/** Lets through the events of a stream, each with only what the driver waits for. */
export function tapEvents(body: ReadableStream<Uint8Array>, tap: HttpTap, url: string): ReadableStream<Uint8Array> {
	const decoder = new TextDecoder();
	const encoder = new TextEncoder();
	const begun = new BegunEvent();
	let out: string[] = [];
	const parser = createParser({
		onEvent: (event) => {
			const head = `${event.id === undefined ? "" : `id: ${event.id}\n`}${event.event === undefined ? "" : `event: ${event.event}\n`}`;
			if (event.data !== "" && (event.event === undefined || event.event === "message")) {
				const messages = receiveMessage(tap, Buffer.from(event.data));
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
	const ended = (failure: string | undefined) => {
		tap.waiting(-begun.length);
		tap.streamEnded(url, failure, begun.rest());
	};
	return new ReadableStream<Uint8Array>({
		async pull(controller) {
			try {
				while (out.length === 0) {
					const { value, done } = await reader.read();
					if (done) {
						ended(undefined);
						return controller.close();
					}
					const text = decoder.decode(value, { stream: true });
					const before = begun.length;
					begun.push(text);
					tap.waiting(begun.length - before);
					parser.feed(text);
					if (begun.length > EVENT_CAP) {
						await reader.cancel();
						throw new Error(`an event had not ended after ${EVENT_CAP >> 20} MB`);
					}
					if (tap.busy()) await tap.whenReady();
				}
				const text = out.join("");
				out = [];
				controller.enqueue(encoder.encode(text));
			} catch (error) {
				ended(describeFailure(error));
				controller.error(error);
			}
		},
		cancel(reason) {
			tap.waiting(-begun.length);
			return reader.cancel(reason);
		},
	});
}

function receiveMessage(tap: HttpTap, bytes: Buffer): readonly string[] {
	if (bytes.length <= LONG_BYTES) return tap.received(bytes, "newline");
	const long = tap.receivedLong();
	for (let from = 0; from < bytes.length; from += LONG_BYTES) long.write(bytes.subarray(from, from + LONG_BYTES));
	return long.end("newline");
}

/** The text since the last end of an event, which is an empty line: the parser does not tell what it drops when a stream ends. */
class BegunEvent {
	length = 0;
	#texts: string[] = [];
	#tail = "";

	push(text: string): void {
		// an end may lie across chunks
		const seen = this.#tail + text;
		const end = Math.max(afterLast(seen, "\n\n"), afterLast(seen, "\r\n\r\n"), afterLast(seen, "\r\r"));
		const ended = end > this.#tail.length;
		const rest = ended ? seen.slice(end) : text;
		if (ended) this.#texts = [];
		if (rest !== "") this.#texts.push(rest);
		this.length = ended ? rest.length : this.length + rest.length;
		this.#tail = (ended ? rest : seen).slice(-3);
	}

	/** Comments are no part of an event. */
	rest(): Uint8Array {
		const text = this.#texts.join("");
		return Buffer.from(/^[^:\r\n]/m.test(text) ? text : "");
	}
}

function afterLast(text: string, end: string): number {
	const at = text.lastIndexOf(end);
	return at < 0 ? -1 : at + end.length;
}
