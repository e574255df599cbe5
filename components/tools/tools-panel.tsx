"use client";
import { useEffect, useMemo, useRef, useState } from "react";
import { Split } from "@/components/ui/split.tsx";
import { settings } from "@/lib/client/settings-store.ts";
import { useList } from "@/lib/client/use-list.ts";
import { useSession } from "@/lib/client/use-session.ts";
import { setUrlState, useUrlState } from "@/lib/client/use-url-state.ts";
import { readTool, searchTools } from "@/lib/mcp/read-tool.ts";
import type { Session } from "@/lib/protocol/session.ts";
import { NoTool } from "./no-tool.tsx";
import { ToolDetail } from "./tool-detail.tsx";
import { findTool, toolKey } from "./tool-key.ts";
import { ToolList } from "./tool-list.tsx";

const LIST = { size: 292, narrow: 232, min: 180, max: 480 } as const;

/** The Tools explorer: the list on the left, the chosen tool on the right. */
export function ToolsPanel() {
	const session = useSession();
	return session ? <SessionTools key={session.id} session={session} /> : null;
}

function SessionTools({ session }: { session: Session }) {
	const list = useList(session, "tools");
	const { item } = useUrlState();
	const [query, setQuery] = useState("");
	const search = useRef<HTMLInputElement>(null);
	const tools = useMemo(() => list.items.filter(({ fault }) => fault === undefined).map(readTool), [list.items]);
	const found = useMemo(() => searchTools(tools, query), [tools, query]);
	const chosen = useMemo(() => findTool(tools, item), [tools, item]);
	useSlash(search);
	return (
		<Split
			label="Resize tools"
			direction="columns"
			sized="first"
			size={settings.get().sizes["tools-list"] ?? (window.innerWidth <= 1180 ? LIST.narrow : LIST.size)}
			min={LIST.min}
			max={LIST.max}
			restMin={360}
			onSize={(size) => settings.change({ sizes: { "tools-list": size } })}
			first={
				<ToolList
					session={session}
					list={list}
					tools={tools}
					found={found}
					query={query}
					onQuery={setQuery}
					search={search}
					chosen={chosen}
					onChoose={(tool) => setUrlState({ item: toolKey(tool) })}
				/>
			}
			second={
				chosen ? (
					<ToolDetail key={toolKey(chosen)} session={session} tool={chosen} />
				) : (
					<NoTool session={session} list={list} count={tools.length} wanted={item} />
				)
			}
		/>
	);
}

/** `/` outside of text moves the focus to the search. */
function useSlash(search: { readonly current: HTMLInputElement | null }): void {
	useEffect(() => {
		const listen = (event: KeyboardEvent) => {
			if (event.key !== "/" || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
			const target = event.composedPath()[0];
			if (target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"))) return;
			event.preventDefault();
			search.current?.focus();
			search.current?.select();
		};
		addEventListener("keydown", listen);
		return () => removeEventListener("keydown", listen);
	}, [search]);
}
