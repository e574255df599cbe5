import type { JsonReply, JsonRequest } from "@/lib/format/json-messages.ts";
import type { JsonLine } from "@/lib/format/json-spans.ts";
import type { JsonSink, JsonSnapshot, JsonSource } from "./json-source.ts";

const block = 200;
const keptBlocks = 40;

/** Reads a large body in a worker of its own, which ends with `close`. Lines come in blocks of 200. */
export function createWorkerJsonSource(): JsonSource & JsonSink {
	const worker = new Worker("/workers/json.js", { type: "module" });
	const blocks = new Map<number, { lines: readonly JsonLine[]; version: number }>();
	const asked = new Map<number, number>();
	const waiting = new Map<number, (reply: JsonReply) => void>();
	const listeners = new Set<() => void>();
	let snapshot: JsonSnapshot = { version: 0, lines: 0, done: false, found: { needle: "", matches: [], done: true } };
	let asks = 0;
	/** grows when lines in hand may have changed: the last ones of a body that still comes */
	let progress = 0;

	const send = (request: JsonRequest, transfer: Transferable[] = []): void => worker.postMessage(request, transfer);
	const change = (next: Partial<JsonSnapshot>): void => {
		snapshot = { ...snapshot, ...next, version: snapshot.version + 1 };
		for (const listener of [...listeners]) listener();
	};
	const keep = (from: number, lines: readonly JsonLine[]): void => {
		blocks.delete(from);
		blocks.set(from, { lines, version: progress });
		for (const oldest of blocks.keys()) {
			if (blocks.size <= keptBlocks) break;
			blocks.delete(oldest);
		}
	};
	const ask = <Type extends JsonReply["type"]>(type: Type, make: (id: number) => JsonRequest): Promise<Extract<JsonReply, { type: Type }>> =>
		new Promise((resolve, reject) => {
			const id = asks++;
			const isAnswer = (reply: JsonReply): reply is Extract<JsonReply, { type: Type }> => reply.type === type;
			waiting.set(id, (reply) => (isAnswer(reply) ? resolve(reply) : reject(new Error(`${reply.type} instead of ${type}`))));
			send(make(id));
		});
	worker.addEventListener("message", ({ data }: MessageEvent<JsonReply>) => {
		switch (data.type) {
			case "progress":
				progress++;
				if (data.head) keep(0, data.head);
				return change(data.progress);
			case "lines":
				asked.delete(data.from);
				keep(data.from, data.lines);
				return change({});
			case "matches":
				if (data.needle !== snapshot.found.needle) return;
				return change({ found: { needle: data.needle, matches: [...snapshot.found.matches, ...data.matches], done: data.done } });
			default:
				waiting.get(data.ask)?.(data);
				waiting.delete(data.ask);
		}
	});
	return {
		get: () => snapshot,
		subscribe(listener) {
			listeners.add(listener);
			return () => void listeners.delete(listener);
		},
		line: (at) => blocks.get(Math.floor(at / block) * block)?.lines[at % block],
		want(from, to) {
			for (let start = Math.floor(from / block) * block; start < Math.min(to, snapshot.lines); start += block) {
				const known = blocks.get(start);
				const isWhole = known && known.lines.length >= Math.min(block, snapshot.lines - start);
				if ((isWhole && (known.version === progress || snapshot.done === false)) || asked.get(start) === progress) continue;
				asked.set(start, progress);
				send({ type: "lines", from: start, to: start + block });
			}
		},
		find(needle) {
			if (needle === snapshot.found.needle) return;
			change({ found: { needle, matches: [], done: needle === "" } });
			send({ type: "find", needle });
		},
		locate: async (pointers) => (await ask("located", (id) => ({ type: "locate", ask: id, pointers }))).places,
		pretty: async () => (await ask("pretty", (id) => ({ type: "pretty", ask: id }))).text,
		close: () => worker.terminate(),
		push: (bytes) => send({ type: "push", bytes }, [bytes.buffer]),
		end: () => send({ type: "end" }),
	};
}
