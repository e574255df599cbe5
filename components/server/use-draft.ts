import { useCallback, useEffect, useRef, useState } from "react";
import { callBridge } from "@/lib/client/call-bridge.ts";
import { Problem, type ProblemData } from "@/lib/protocol/problem.ts";
import type { DraftValue, TargetDraft } from "@/lib/protocol/target.ts";

const SAVE_MS = 200;

export type Draft = {
	/** undefined until it is read */
	value: TargetDraft | undefined;
	change: (patch: Partial<TargetDraft>) => void;
	/** why it cannot be taken as it stands */
	problem: ProblemData | undefined;
	/** Everything typed so far has reached the bridge, or is refused; true if it was taken. */
	settle: () => Promise<boolean>;
	discard: () => Promise<void>;
};

/** The target of the next start, as it is typed. The bridge keeps it, so that any Restart takes it and another tab sees it. */
export function useDraft(sessionId: string): Draft {
	const [value, setValue] = useState<TargetDraft>();
	const [problem, setProblem] = useState<ProblemData>();
	const waiting = useRef<{ draft: TargetDraft; timer: ReturnType<typeof setTimeout> }>(undefined);
	const last = useRef<Promise<boolean>>(Promise.resolve(true));

	const read = useCallback(async () => {
		try {
			setValue(await callBridge("readDraft", { sessionId }));
			setProblem(undefined);
		} catch (error) {
			if (!(error instanceof Problem)) throw error;
			setProblem(error.toData());
		}
	}, [sessionId]);

	const settle = useCallback((): Promise<boolean> => {
		const due = waiting.current;
		if (!due) return last.current;
		clearTimeout(due.timer);
		waiting.current = undefined;
		const save = async (): Promise<boolean> => {
			try {
				await callBridge("saveDraft", { sessionId, draft: { ...due.draft, env: begun(due.draft.env), headers: begun(due.draft.headers) } });
				setProblem(undefined);
				return true;
			} catch (error) {
				if (!(error instanceof Problem)) throw error;
				setProblem(error.toData());
				return false;
			}
		};
		// in the order of typing
		last.current = last.current.then(save);
		return last.current;
	}, [sessionId]);

	useEffect(() => {
		void read();
		return () => void settle();
	}, [read, settle]);

	const change = useCallback(
		(patch: Partial<TargetDraft>) =>
			setValue((before) => {
				if (!before) return before;
				const draft = { ...before, ...patch };
				clearTimeout(waiting.current?.timer);
				waiting.current = { draft, timer: setTimeout(() => void settle(), SAVE_MS) };
				return draft;
			}),
		[settle],
	);

	const discard = useCallback(async () => {
		clearTimeout(waiting.current?.timer);
		waiting.current = undefined;
		await last.current;
		await callBridge("discardDraft", { sessionId });
		await read();
	}, [read, sessionId]);

	return { value, change, problem, settle, discard };
}

/** Without rows that were added and not filled yet. */
const begun = (values: readonly DraftValue[]): DraftValue[] => values.filter(({ name, value }) => name !== "" || value !== "");
