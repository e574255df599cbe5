import { useEffect, useState } from "react";
import { type Verdict, validateInWorker } from "./validate-in-worker.ts";

/** How JSON text stands to a schema's JSON text, judged `afterMs` after the last change; undefined while that is not known. */
export function useVerdict(schema: string | undefined, value: string | undefined, afterMs: number): Verdict | undefined {
	const [judged, setJudged] = useState<{ schema: string; value: string; verdict: Verdict }>();
	useEffect(() => {
		if (schema === undefined || value === undefined) return;
		const leaving = new AbortController();
		const timer = setTimeout(async () => {
			const verdict = await validateInWorker(schema, value, leaving.signal);
			if (!leaving.signal.aborted) setJudged({ schema, value, verdict });
		}, afterMs);
		return () => {
			clearTimeout(timer);
			leaving.abort();
		};
	}, [schema, value, afterMs]);
	return judged && judged.schema === schema && judged.value === value ? judged.verdict : undefined;
}
