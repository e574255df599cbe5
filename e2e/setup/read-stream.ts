import { streamPath } from "../../lib/protocol/api.ts";
import { directions, type EntryHead, entryKinds, statuses } from "../../lib/protocol/entry.ts";
import { type EntryBatch, type StreamEventName, type StreamEvents, streamEvents } from "../../lib/protocol/stream.ts";
import type { StartedCli } from "./start-cli.ts";

export type StreamEvent = { [Name in StreamEventName]: { name: Name; data: StreamEvents[Name]; id: string } }[StreamEventName];

/** The bridge's event stream, checked against the contract; ends when the caller leaves the loop. */
export async function* readStream(bridge: Pick<StartedCli, "origin" | "token">, lastEventId?: string): AsyncGenerator<StreamEvent> {
	const controller = new AbortController();
	const headers = { Authorization: `Bearer ${bridge.token}`, Accept: "text/event-stream", ...(lastEventId && { "Last-Event-ID": lastEventId }) };
	const response = await fetch(bridge.origin + streamPath, { headers, signal: controller.signal });
	if (!response.ok || !response.body) throw new Error(`stream: ${response.status} ${await response.text()}`);
	let text = "";
	try {
		for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
			text += chunk;
			const blocks = text.split("\n\n");
			text = blocks.pop() ?? "";
			for (const block of blocks) {
				const event = readBlock(block);
				if (event) yield event;
			}
		}
	} finally {
		controller.abort();
	}
}

/** Every entry up to and including `lastSeq`, or all that the bridge has when the stream opens. */
export async function readEntries(bridge: Pick<StartedCli, "origin" | "token">, lastSeq?: number): Promise<EntryHead[]> {
	const entries: EntryHead[] = [];
	const methods: string[] = [];
	const sessions: string[] = [];
	let wanted = lastSeq;
	for await (const event of readStream(bridge)) {
		if (event.name === "hello") wanted ??= event.data.lastSeq;
		if (event.name === "entries") entries.push(...openBatch(event.data, methods, sessions));
		if (wanted !== undefined && (wanted === 0 || (entries.at(-1)?.seq ?? 0) >= wanted)) break;
	}
	return entries;
}

/** A batch of columns as entries; extends the two dictionaries. */
export function openBatch(batch: EntryBatch, methods: string[], sessions: string[]): EntryHead[] {
	methods.splice(batch.methodsFrom, methods.length, ...batch.methods);
	sessions.splice(batch.sessionsFrom, sessions.length, ...batch.sessions);
	const at = (column: readonly number[], row: number) => column[row] ?? Number.NaN;
	return Array.from({ length: batch.count }, (_, row) => ({
		seq: batch.from + row,
		at: batch.atBase + at(batch.at, row),
		kind: entryKinds[at(batch.kind, row)] ?? "event",
		direction: directions[at(batch.direction, row)] ?? "none",
		status: statuses[at(batch.status, row)] ?? "none",
		method: methods[at(batch.method, row)] ?? "",
		sessionId: sessions[at(batch.session, row)] ?? "",
		bytes: at(batch.bytes, row),
		pair: at(batch.pair, row),
		run: at(batch.run, row),
	}));
}

function readBlock(block: string): StreamEvent | undefined {
	const fields = new Map<string, string>();
	for (const line of block.split("\n")) {
		const colon = line.indexOf(":");
		if (colon > 0)
			fields.set(
				line.slice(0, colon),
				`${fields.has("data") && line.startsWith("data") ? `${fields.get("data")}\n` : ""}${line.slice(colon + 1).replace(/^ /, "")}`,
			);
	}
	const name = fields.get("event");
	if (name === undefined || !(name in streamEvents)) return undefined;
	const data = streamEvents[name as StreamEventName].parse(JSON.parse(fields.get("data") ?? "null"));
	return { name, data, id: fields.get("id") ?? "" } as StreamEvent;
}
