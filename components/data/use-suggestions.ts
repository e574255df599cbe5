import { useEffect, useRef, useState } from "react";
import type { Suggest, Suggestions } from "./suggest.ts";

/** A pause in typing this long asks anew. */
const PAUSE_MS = 150;

const nothing: Suggestions = { values: [] };

/** Suggestions for a field while they are wanted. Those of before stay in view until the new ones are there. */
export function useSuggestions(suggest: Suggest, name: string, typed: string, isWanted: boolean): Suggestions & { readonly isBusy: boolean } {
	const [found, setFound] = useState<{ typed: string; suggestions: Suggestions }>();
	const latest = useRef(suggest);
	latest.current = suggest;
	const wasWanted = useRef(false);
	useEffect(() => {
		if (!isWanted) {
			wasWanted.current = false;
			setFound(undefined);
			return;
		}
		const leaving = new AbortController();
		const show = (suggestions: Suggestions) => {
			if (!leaving.signal.aborted) setFound({ typed, suggestions });
		};
		const timer = setTimeout(
			() =>
				latest
					.current(name, typed, leaving.signal)
					.then(show, (error: unknown) => show({ values: [], note: error instanceof Error ? error.message : String(error) })),
			wasWanted.current ? PAUSE_MS : 0,
		);
		wasWanted.current = true;
		return () => {
			clearTimeout(timer);
			leaving.abort();
		};
	}, [name, typed, isWanted]);
	return { ...(found?.suggestions ?? nothing), isBusy: found?.typed !== typed };
}
