"use client";
import { RefreshCw } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useRef } from "react";
import { IconButton } from "@/components/ui/button.tsx";
import { SearchField } from "@/components/ui/search-field.tsx";
import { formatCount } from "@/lib/format/format-bytes.ts";
import { listPlace } from "./list-place.ts";
import type { ListWords } from "./list-words.ts";
import { useSlash } from "./use-slash.ts";

export type ListPaneProps = {
	words: ListWords;
	/** how many there are, found or not */
	count: number;
	query: string;
	onQuery: (query: string) => void;
	/** undefined while the list cannot be fetched anew */
	onRefresh: (() => void) | undefined;
	/** of what is found: how many, and which one is chosen (-1: none) */
	found: number;
	at: number;
	onChooseAt: (at: number) => void;
	/** id of the list that the focus goes to after Enter */
	listId: () => string;
	children: ReactNode;
};

/** The left side of an explorer: a search over whatever lists stand below it. `/` leads here; arrow keys choose without leaving. */
export function ListPane({ words, count, query, onQuery, onRefresh, found, at, onChooseAt, listId, children }: ListPaneProps) {
	const search = useRef<HTMLInputElement>(null);
	useSlash(search);
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.key === "Escape" && query !== "") {
			event.preventDefault();
			onQuery("");
			return;
		}
		if (event.ctrlKey || event.metaKey || event.altKey) return;
		const place = listPlace(event.key, at, found, 1, "search");
		if (place === undefined) return;
		event.preventDefault();
		onChooseAt(place);
		if (event.key === "Enter") document.getElementById(listId())?.focus();
	};
	return (
		<section aria-label={`${words.one[0]?.toUpperCase()}${words.one.slice(1)} list`} data-pane="list" className="flex min-h-0 flex-1 flex-col">
			<div className="flex h-9 flex-none items-center gap-1 border-b border-line-1 px-2">
				<SearchField
					ref={search}
					label={`Search ${words.many}`}
					placeholder={`Search ${formatCount(count)} ${count === 1 ? words.one : words.many}`}
					value={query}
					onChange={onQuery}
					onKeyDown={onKeyDown}
					frame="plain"
					kbd="/"
					className="flex-1"
				/>
				<IconButton icon={RefreshCw} label={`List the ${words.many} again`} disabled={!onRefresh} onClick={onRefresh} />
			</div>
			{children}
		</section>
	);
}
