import { useQuery } from "@tanstack/react-query";
import { type Answer, type AnswerMethod, type ResultOf, readAnswer } from "../mcp/read-answer.ts";
import { readRaw } from "./call-bridge.ts";

/** Larger answers are read in a worker. */
const DIRECT_BYTES = 1_000_000;
/** Larger answers are left to the log, which reads them piece by piece. */
const MOST_BYTES = 64_000_000;

export type AnswerRead<Result> = { readonly answer: Answer<Result> | undefined; readonly problem: string | undefined };

/** The answer to `method` that is entry `seq` of the capture, of `bytes` bytes; nothing while there is no such entry (0). */
export function useAnswer<Method extends AnswerMethod>(method: Method, seq: number, bytes: number): AnswerRead<ResultOf<Method>> {
	const { data, error } = useQuery({
		queryKey: ["answer", method, seq],
		enabled: seq > 0 && bytes <= MOST_BYTES,
		queryFn: async ({ signal }) => {
			const { bytes: raw } = await readRaw(seq, undefined, undefined, { signal });
			return raw.length <= DIRECT_BYTES ? readAnswer(method, new TextDecoder().decode(raw)) : readInWorker(method, raw, signal);
		},
		gcTime: 60_000,
		staleTime: Number.POSITIVE_INFINITY,
	});
	if (seq > 0 && bytes > MOST_BYTES) return { answer: undefined, problem: "The answer is too large to show here; the log shows it piece by piece." };
	return { answer: data, problem: error ? error.message : undefined };
}

function readInWorker<Method extends AnswerMethod>(method: Method, bytes: Uint8Array, signal: AbortSignal): Promise<Answer<ResultOf<Method>>> {
	return new Promise((resolve, reject) => {
		const worker = new Worker("/workers/read-answer.js", { type: "module" });
		const end = (): void => worker.terminate();
		signal.addEventListener("abort", end, { once: true });
		worker.onmessage = ({ data }: MessageEvent<Answer<ResultOf<Method>>>) => {
			end();
			resolve(data);
		};
		worker.onerror = (event) => {
			end();
			reject(new Error(event.message || "The answer could not be read."));
		};
		worker.postMessage({ method, bytes }, [bytes.buffer]);
	});
}
