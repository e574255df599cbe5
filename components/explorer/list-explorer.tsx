"use client";
import { type ReactNode, useMemo, useState } from "react";
import { callBridge } from "@/lib/client/call-bridge.ts";
import { useAction } from "@/lib/client/use-action.ts";
import { useList } from "@/lib/client/use-list.ts";
import { setUrlState, useUrlState } from "@/lib/client/use-url-state.ts";
import type { ListItem } from "@/lib/mcp/read-list-page.ts";
import { type Searched, searchItems } from "@/lib/mcp/search-items.ts";
import type { ListName, Session } from "@/lib/protocol/session.ts";
import { ExplorerSplit } from "./explorer-split.tsx";
import { findItem, itemKey, type Listed } from "./item-key.ts";
import { ItemList } from "./item-list.tsx";
import { ListNotes } from "./list-notes.tsx";
import { ListPane } from "./list-pane.tsx";
import { listWords } from "./list-words.ts";
import { NoItem } from "./no-item.tsx";

export type ListExplorerProps<Item extends Listed & Searched> = {
	session: Session;
	name: ListName;
	/** reads an item of the list that is sound; the same function at every render */
	read: (item: ListItem) => Item;
	/** two lines of one item */
	row: (item: Item) => ReactNode;
	detail: (item: Item) => ReactNode;
	/** what stands where an item is shown once one is chosen */
	appears: string;
};

/** An explorer of one list: the list on the left, the chosen item on the right. */
export function ListExplorer<Item extends Listed & Searched>({ session, name, read, row, detail, appears }: ListExplorerProps<Item>) {
	const words = listWords[name];
	const list = useList(session, name);
	const { item } = useUrlState();
	const [query, setQuery] = useState("");
	const all = useMemo(() => list.items.filter(({ fault }) => fault === undefined).map(read), [list.items, read]);
	const found = useMemo(() => searchItems(all, query), [all, query]);
	const chosen = useMemo(() => findItem(all, item), [all, item]);
	const refresh = useAction(() => callBridge("refreshList", { sessionId: session.id, list: name }));
	const choose = (next: Item | undefined) => next && setUrlState({ item: itemKey(next) });
	const canRefresh = !refresh.busy && session.state === "connected" && list.state !== "absent";
	return (
		<ExplorerSplit
			words={words}
			list={
				<ListPane
					words={words}
					count={all.length}
					query={query}
					onQuery={setQuery}
					onRefresh={canRefresh ? refresh.run : undefined}
					found={found.length}
					at={chosen ? found.indexOf(chosen) : -1}
					onChooseAt={(at) => choose(found[at])}
					listId={() => name}
				>
					<ListNotes
						session={session}
						name={name}
						list={list}
						found={found.length}
						count={all.length}
						query={query}
						problem={refresh.problem}
						onClear={() => setQuery("")}
					/>
					<ItemList id={name} label={words.title} list={list} found={found} chosen={chosen} onChoose={choose} row={row} />
				</ListPane>
			}
			detail={
				chosen ? (
					detail(chosen)
				) : (
					<NoItem session={session} list={list} words={words} count={all.length} wanted={item}>
						{appears}
					</NoItem>
				)
			}
		/>
	);
}
