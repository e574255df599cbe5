"use client";
import { useMemo, useState } from "react";
import { ExplorerSplit } from "@/components/explorer/explorer-split.tsx";
import { findItem, itemKey } from "@/components/explorer/item-key.ts";
import { ItemList } from "@/components/explorer/item-list.tsx";
import { ListNotes } from "@/components/explorer/list-notes.tsx";
import { ListPane } from "@/components/explorer/list-pane.tsx";
import { listWords } from "@/components/explorer/list-words.ts";
import { NoItem } from "@/components/explorer/no-item.tsx";
import { callBridge } from "@/lib/client/call-bridge.ts";
import { useAction } from "@/lib/client/use-action.ts";
import { useList } from "@/lib/client/use-list.ts";
import { useSession } from "@/lib/client/use-session.ts";
import { setUrlState, useUrlState } from "@/lib/client/use-url-state.ts";
import { readTool, type Tool } from "@/lib/mcp/read-tool.ts";
import { searchItems } from "@/lib/mcp/search-items.ts";
import type { Session } from "@/lib/protocol/session.ts";
import { ToolDetail } from "./tool-detail.tsx";
import { ToolRow } from "./tool-row.tsx";

const words = listWords.tools;
const LIST_ID = "tools";

/** The Tools explorer: the list on the left, the chosen tool on the right. */
export function ToolsPanel() {
	const session = useSession();
	return session ? <SessionTools key={session.id} session={session} /> : null;
}

function SessionTools({ session }: { session: Session }) {
	const list = useList(session, "tools");
	const { item } = useUrlState();
	const [query, setQuery] = useState("");
	const tools = useMemo(() => list.items.filter(({ fault }) => fault === undefined).map(readTool), [list.items]);
	const found = useMemo(() => searchItems(tools, query), [tools, query]);
	const chosen = useMemo(() => findItem(tools, item), [tools, item]);
	const refresh = useAction(() => callBridge("refreshList", { sessionId: session.id, list: "tools" }));
	const choose = (tool: Tool | undefined) => tool && setUrlState({ item: itemKey(tool) });
	const canRefresh = !refresh.busy && session.state === "connected" && list.state !== "absent";
	return (
		<ExplorerSplit
			words={words}
			list={
				<ListPane
					words={words}
					count={tools.length}
					query={query}
					onQuery={setQuery}
					onRefresh={canRefresh ? refresh.run : undefined}
					found={found.length}
					at={chosen ? found.indexOf(chosen) : -1}
					onChooseAt={(at) => choose(found[at])}
					listId={() => LIST_ID}
				>
					<ListNotes
						session={session}
						name="tools"
						list={list}
						found={found.length}
						count={tools.length}
						query={query}
						problem={refresh.problem}
						onClear={() => setQuery("")}
					/>
					<ItemList
						id={LIST_ID}
						label={words.title}
						list={list}
						found={found}
						chosen={chosen}
						onChoose={choose}
						row={(tool) => <ToolRow session={session} tool={tool} />}
					/>
				</ListPane>
			}
			detail={
				chosen ? (
					<ToolDetail key={itemKey(chosen)} session={session} tool={chosen} />
				) : (
					<NoItem session={session} list={list} words={words} count={tools.length} wanted={item}>
						Its form, its schemas and its results appear here.
					</NoItem>
				)
			}
		/>
	);
}
