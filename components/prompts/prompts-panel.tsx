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
import { type Prompt, readPrompt } from "@/lib/mcp/read-prompt.ts";
import { searchItems } from "@/lib/mcp/search-items.ts";
import type { Session } from "@/lib/protocol/session.ts";
import { PromptDetail } from "./prompt-detail.tsx";
import { PromptRow } from "./prompt-row.tsx";

const words = listWords.prompts;
const LIST_ID = "prompts";

/** The Prompts explorer: the list on the left, the chosen prompt on the right. */
export function PromptsPanel() {
	const session = useSession();
	return session ? <SessionPrompts key={session.id} session={session} /> : null;
}

function SessionPrompts({ session }: { session: Session }) {
	const list = useList(session, "prompts");
	const { item } = useUrlState();
	const [query, setQuery] = useState("");
	const prompts = useMemo(() => list.items.filter(({ fault }) => fault === undefined).map(readPrompt), [list.items]);
	const found = useMemo(() => searchItems(prompts, query), [prompts, query]);
	const chosen = useMemo(() => findItem(prompts, item), [prompts, item]);
	const refresh = useAction(() => callBridge("refreshList", { sessionId: session.id, list: "prompts" }));
	const choose = (prompt: Prompt | undefined) => prompt && setUrlState({ item: itemKey(prompt) });
	const canRefresh = !refresh.busy && session.state === "connected" && list.state !== "absent";
	return (
		<ExplorerSplit
			words={words}
			list={
				<ListPane
					words={words}
					count={prompts.length}
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
						name="prompts"
						list={list}
						found={found.length}
						count={prompts.length}
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
						row={(prompt) => <PromptRow session={session} prompt={prompt} />}
					/>
				</ListPane>
			}
			detail={
				chosen ? (
					<PromptDetail key={itemKey(chosen)} session={session} prompt={chosen} />
				) : (
					<NoItem session={session} list={list} words={words} count={prompts.length} wanted={item}>
						Its arguments and its messages appear here.
					</NoItem>
				)
			}
		/>
	);
}
