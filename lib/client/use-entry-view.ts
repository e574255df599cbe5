import { useEffect, useState, useSyncExternalStore } from "react";
import { compileFilter } from "../filter/compile-filter.ts";
import { parseFilter } from "../filter/parse-filter.ts";
import { callBridge } from "./call-bridge.ts";
import { createEntryView, type EntryView, type ViewSnapshot } from "./entry-view.ts";
import { inspector } from "./inspector.ts";
import { scheduleFrame } from "./schedule-frame.ts";
import { useStore } from "./use-store.ts";

/** A long scan is shown as it goes, a short one at once, without the flicker of an empty grid. */
const shownWhileBusyMs = 150;

const nothing: ViewSnapshot = { version: 0, matched: 0, total: 0, busy: true };
const never = (): (() => void) => () => undefined;

/** The rows of a session that match a filter box, from `fromSeq` on. Undefined until the first of them are known. */
export function useEntryView(sessionId: string | undefined, filter: string, fromSeq: number): { view: EntryView | undefined; snapshot: ViewSnapshot } {
	const generation = useStore(inspector.entries, (entries) => entries.generation);
	const [view, setView] = useState<EntryView>();
	// biome-ignore lint/correctness/useExhaustiveDependencies: another bridge (generation) makes every row another one
	useEffect(() => {
		if (sessionId === undefined) return;
		const made = createEntryView({
			entries: inspector.entries,
			sessionId,
			filter: compileFilter(parseFilter(filter), (index) => inspector.entries.scan().methods[index] ?? ""),
			fromSeq,
			findText: (from, to, terms, signal) => callBridge("findEntries", { sessionId, from, to, terms: [...terms] }, { signal }),
			schedule: scheduleFrame,
		});
		const show = (): void => {
			clearTimeout(timer);
			stop();
			setView(made);
		};
		const timer = setTimeout(show, shownWhileBusyMs);
		const stop = made.subscribe(() => !made.get().busy && show());
		if (!made.get().busy) show();
		return () => {
			clearTimeout(timer);
			stop();
			made.close();
		};
	}, [sessionId, filter, fromSeq, generation]);
	const snapshot = useSyncExternalStore(
		view?.subscribe ?? never,
		() => view?.get() ?? nothing,
		() => nothing,
	);
	return { view, snapshot };
}
