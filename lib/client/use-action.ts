import { useCallback, useRef, useState } from "react";
import { Problem, type ProblemData } from "../protocol/problem.ts";

export type Action<Args extends readonly unknown[]> = {
	run: (...args: Args) => void;
	busy: boolean;
	/** why the last try failed; gone at the next */
	problem: ProblemData | undefined;
	clear: () => void;
};

/** Runs something that may end in a `Problem` and keeps what a component shows of it. While it runs, further calls do nothing; other errors stay errors. */
export function useAction<Args extends readonly unknown[]>(act: (...args: Args) => Promise<unknown>): Action<Args> {
	const [busy, setBusy] = useState(false);
	const [problem, setProblem] = useState<ProblemData>();
	const latest = useRef(act);
	latest.current = act;
	const running = useRef(false);
	const run = useCallback((...args: Args) => {
		if (running.current) return;
		running.current = true;
		setBusy(true);
		setProblem(undefined);
		latest
			.current(...args)
			.catch((error: unknown) => {
				if (!(error instanceof Problem)) throw error;
				setProblem(error.toData());
			})
			.finally(() => {
				running.current = false;
				setBusy(false);
			});
	}, []);
	return { run, busy, problem, clear: useCallback(() => setProblem(undefined), []) };
}
