import "./without-eval.ts";
import { createParser } from "eventsource-parser";
import { type StreamEventName, type StreamEvents, streamEvents } from "../protocol/stream.ts";
import { createPacer } from "./yield-now.ts";

/** One checked event of the stream; `id` is what resumes after it. */
export type StreamEvent = { [Name in StreamEventName]: { name: Name; data: StreamEvents[Name]; id: string | undefined } }[StreamEventName];

const isName = (name: string | undefined): name is StreamEventName => name !== undefined && Object.hasOwn(streamEvents, name);

/** Checks one event against the contract; unknown names are left out (a newer bridge), wrong data throws. */
export function checkEvent(name: string | undefined, data: string, id: string | undefined): StreamEvent | undefined {
	if (!isName(name)) return undefined;
	return { name, data: streamEvents[name].parse(JSON.parse(data)), id } as StreamEvent;
}

/**
 * Reads a text/event-stream body to its end and hands over each event. Buffered chunks would otherwise be read in one go, so it yields
 * to the page every 8 ms. `onBytes` hears of every chunk, comments included.
 */
export async function readEvents(body: ReadableStream<Uint8Array>, onEvent: (event: StreamEvent) => void, onBytes: () => void): Promise<void> {
	const queue: StreamEvent[] = [];
	const parser = createParser({
		onEvent: ({ event, data, id }) => {
			const checked = checkEvent(event, data, id);
			if (checked) queue.push(checked);
		},
	});
	const decoder = new TextDecoder();
	const reader = body.getReader();
	const pace = createPacer(8);
	try {
		for (;;) {
			const { done, value } = await reader.read();
			if (done) return;
			onBytes();
			parser.feed(decoder.decode(value, { stream: true }));
			for (const event of queue.splice(0)) {
				onEvent(event);
				await pace();
			}
		}
	} finally {
		reader.cancel().catch(() => undefined);
	}
}
