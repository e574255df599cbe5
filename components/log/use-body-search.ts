"use client";
import { useEffect, useState, useSyncExternalStore } from "react";
import type { Found, JsonSource } from "@/components/data/json-source.ts";
import type { LineMatch } from "@/lib/format/find-in-lines.ts";

export type BodySearchState = {
	isOpen: boolean;
	open(): void;
	close(): void;
	text: string;
	setText(text: string): void;
	/** what to highlight; empty while closed */
	needle: string;
	found: Found;
	/** place in `found.matches` */
	at: number;
	current: LineMatch | undefined;
	step(by: 1 | -1): void;
};

const none: Found = { needle: "", matches: [], done: true };
const never = (): (() => void) => () => undefined;

/** The search in a body; it goes on in the next body that is shown. */
export function useBodySearch(source: JsonSource | undefined): BodySearchState {
	const [isOpen, setOpen] = useState(false);
	const [text, setText] = useState("");
	const [at, setAt] = useState(0);
	const needle = isOpen ? text : "";
	useEffect(() => {
		source?.find(needle);
		setAt(0);
	}, [source, needle]);
	const found = useSyncExternalStore(
		source?.subscribe ?? never,
		() => source?.get().found ?? none,
		() => none,
	);
	const { matches } = found;
	return {
		isOpen,
		open: () => setOpen(true),
		close: () => setOpen(false),
		text,
		setText,
		needle,
		found,
		at,
		current: matches[at],
		step: (by) => matches.length > 0 && setAt((at + by + matches.length) % matches.length),
	};
}
