import type { Judgement } from "./validate-json.ts";
import type { ValidateRequest } from "./workers/validate.worker.ts";

export type Verdict = Judgement | { readonly state: "timeout" };

const LIMIT_MS = 1_000;

type Job = ValidateRequest & { resolve: (verdict: Verdict) => void };

let worker: Worker | undefined;
let isReady = false;
let current: Job | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
const queue: Job[] = [];
let lastId = 0;

function settle(verdict: Verdict): void {
	clearTimeout(timer);
	current?.resolve(verdict);
	current = undefined;
	pump();
}

function end(): void {
	worker?.terminate();
	worker = undefined;
	isReady = false;
}

function start(): void {
	worker = new Worker("/workers/validate.js", { type: "module" });
	worker.onmessage = ({ data }: MessageEvent<"ready" | { id: number; judgement: Judgement }>) => {
		if (data === "ready") {
			isReady = true;
			pump();
		} else if (data.id === current?.id) settle(data.judgement);
	};
	worker.onerror = (event) => {
		end();
		const failed: Verdict = { state: "failed", reason: event.message || "The validator did not start." };
		if (current) return settle(failed);
		for (const job of queue.splice(0)) job.resolve(failed);
	};
}

function pump(): void {
	if (current || queue.length === 0) return;
	if (!worker) {
		start();
		return;
	}
	if (!isReady) return;
	current = queue.shift();
	if (!current) return;
	const { id, schema, value } = current;
	worker.postMessage({ id, schema, value } satisfies ValidateRequest);
	timer = setTimeout(() => {
		end();
		settle({ state: "timeout" });
	}, LIMIT_MS);
}

/**
 * Judges JSON text by a schema's JSON text in a worker that is ended after one second. Aborting takes a judgement that has not begun out of
 * the queue; its promise then never settles.
 */
export function validateInWorker(schema: string, value: string, signal: AbortSignal): Promise<Verdict> {
	return new Promise((resolve) => {
		const job: Job = { id: ++lastId, schema, value, resolve };
		signal.addEventListener("abort", () => {
			const place = queue.indexOf(job);
			if (place >= 0) queue.splice(place, 1);
		});
		queue.push(job);
		pump();
	});
}
