import { useQuery } from "@tanstack/react-query";
import { readToolAnswer, type ToolAnswer } from "../mcp/read-result.ts";
import { readRaw } from "./call-bridge.ts";

/** Larger answers are read in a worker. */
const DIRECT_BYTES = 1_000_000;
/** Larger answers are left to the log, which reads them piece by piece. */
const MOST_BYTES = 64_000_000;

export type Answer = { readonly answer: ToolAnswer | undefined; readonly problem: string | undefined };

/** The answer to tools/call that is entry `seq` of the capture, of `bytes` bytes; nothing while there is no such entry (0). */
export function useAnswer(seq: number, bytes: number): Answer {
	const { data, error } = useQuery({
		queryKey: ["tool-answer", seq],
		enabled: seq > 0 && bytes <= MOST_BYTES,
		queryFn: async ({ signal }) => {
			const { bytes: raw } = await readRaw(seq, undefined, undefined, { signal });
			return raw.length <= DIRECT_BYTES ? readToolAnswer(new TextDecoder().decode(raw)) : readInWorker(raw, signal);
		},
		gcTime: 60_000,
		staleTime: Number.POSITIVE_INFINITY,
	});
	if (seq > 0 && bytes > MOST_BYTES) return { answer: undefined, problem: "The answer is too large to show here; the log shows it piece by piece." };
	return { answer: data, problem: error ? error.message : undefined };
}

function readInWorker(bytes: Uint8Array, signal: AbortSignal): Promise<ToolAnswer> {
	return new Promise((resolve, reject) => {
		const worker = new Worker("/workers/read-answer.js", { type: "module" });
		const end = (): void => worker.terminate();
		signal.addEventListener("abort", end, { once: true });
		worker.onmessage = ({ data }: MessageEvent<ToolAnswer>) => {
			end();
			resolve(data);
		};
		worker.onerror = (event) => {
			end();
			reject(new Error(event.message || "The answer could not be read."));
		};
		worker.postMessage(bytes, [bytes.buffer]);
	});
}
