import { useCallback } from "react";
import { createStore } from "./create-store.ts";
import { settings } from "./settings-store.ts";
import { useStore } from "./use-store.ts";

/** What was typed in this tab, by target and tool: newer than what is saved, and of any length. */
const drafts = createStore<ReadonlyMap<string, string>>(new Map());

/** What the settings keep at most for one tool. */
const SAVED_LIMIT = 60_000;

/** The JSON text of a tool's arguments, as last typed in any tab; `initial` where nobody has typed. */
export function useArguments(targetKey: string, tool: string, initial: string): { text: string; setText: (text: string) => void; isInitial: boolean } {
	const key = `${targetKey} ${tool}`;
	const draft = useStore(drafts, (known) => known.get(key));
	// "" stands for nothing saved: a patch of the settings cannot remove a key
	const saved = useStore(settings, ({ lastArguments }) => (Object.hasOwn(lastArguments, key) ? lastArguments[key] : undefined)) || undefined;
	const text = draft ?? saved ?? initial;
	const setText = useCallback(
		(next: string) => {
			drafts.update((known) => new Map(known).set(key, next));
			if (next.length <= SAVED_LIMIT) settings.change({ lastArguments: { [key]: next === initial ? "" : next } });
		},
		[key, initial],
	);
	return { text, setText, isInitial: text === initial };
}
