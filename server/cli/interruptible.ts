import { untilEnded } from "./until-ended.ts";

/** Runs work that ends by itself. A signal asks it to end early. Answers its exit code. */
export async function interruptible(work: (signal: AbortSignal) => Promise<number>): Promise<number> {
	const ended = untilEnded(1);
	const stop = new AbortController();
	void ended.code.then(() => stop.abort());
	try {
		return await work(stop.signal);
	} finally {
		ended.release();
	}
}
