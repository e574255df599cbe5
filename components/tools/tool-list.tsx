"use client";
import { useVirtualizer } from "@tanstack/react-virtual";
import { RefreshCw } from "lucide-react";
import { type KeyboardEvent, type RefObject, useEffect, useRef } from "react";
import { IconButton } from "@/components/ui/button.tsx";
import { cx } from "@/components/ui/class-names.ts";
import { SearchField } from "@/components/ui/search-field.tsx";
import { callBridge } from "@/lib/client/call-bridge.ts";
import { useAction } from "@/lib/client/use-action.ts";
import type { List } from "@/lib/client/use-list.ts";
import { formatCount } from "@/lib/format/format-bytes.ts";
import type { Tool } from "@/lib/mcp/read-tool.ts";
import type { Session } from "@/lib/protocol/session.ts";
import { ListNotes } from "./list-notes.tsx";
import { toolKey } from "./tool-key.ts";
import { ToolRow } from "./tool-row.tsx";

const ROW = 44;

export type ToolListProps = {
	session: Session;
	list: List;
	tools: readonly Tool[];
	found: readonly Tool[];
	query: string;
	onQuery: (query: string) => void;
	search: RefObject<HTMLInputElement | null>;
	chosen: Tool | undefined;
	onChoose: (tool: Tool) => void;
};

/** Search and list of tools. The list is one tab stop; arrow keys choose, from the search too. */
export function ToolList({ session, list, tools, found, query, onQuery, search, chosen, onChoose }: ToolListProps) {
	const scroller = useRef<HTMLDivElement>(null);
	const refresh = useAction(() => callBridge("refreshList", { sessionId: session.id, list: "tools" }));
	const at = chosen ? found.indexOf(chosen) : -1;
	const rows = useVirtualizer({
		count: found.length,
		getScrollElement: () => scroller.current,
		estimateSize: () => ROW,
		overscan: 8,
		initialRect: { width: 292, height: 440 },
	});
	const revealed = useRef<string>(undefined);
	useEffect(() => {
		// a list that is read anew does not scroll away from what is being looked at
		const key = chosen && toolKey(chosen);
		if (at < 0 || revealed.current === key) return;
		revealed.current = key;
		rows.scrollToIndex(at, { align: "auto" });
	}, [at, chosen, rows]);
	const move = (event: KeyboardEvent) => {
		if (event.ctrlKey || event.metaKey || event.altKey) return;
		const isSearch = event.target === search.current;
		const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? ROW) / ROW) - 1);
		const last = found.length - 1;
		const places: Readonly<Record<string, number>> = isSearch
			? { ArrowDown: at + 1, ArrowUp: at - 1, Enter: Math.max(at, 0) }
			: { ArrowDown: at + 1, ArrowUp: at < 0 ? last : at - 1, Home: 0, End: last, PageDown: at + page, PageUp: at - page };
		const place = places[event.key];
		const next = place === undefined ? undefined : found[Math.min(Math.max(place, 0), last)];
		if (!next) return;
		event.preventDefault();
		onChoose(next);
		if (isSearch && event.key === "Enter") scroller.current?.focus();
	};
	const optionId = (tool: Tool) => `tool-${tool.item.index}`;
	return (
		<section aria-label="Tool list" data-pane="list" className="flex min-h-0 flex-1 flex-col">
			<div className="flex h-9 flex-none items-center gap-1 border-b border-line-1 px-2">
				<SearchField
					ref={search}
					label="Search tools"
					placeholder={`Search ${formatCount(tools.length)} ${tools.length === 1 ? "tool" : "tools"}`}
					value={query}
					onChange={onQuery}
					onKeyDown={(event) => {
						if (event.key === "Escape" && query !== "") {
							event.preventDefault();
							onQuery("");
						} else move(event);
					}}
					frame="plain"
					kbd="/"
					className="flex-1"
				/>
				<IconButton
					icon={RefreshCw}
					label="List the tools again"
					disabled={refresh.busy || session.state !== "connected" || list.state === "absent"}
					onClick={() => refresh.run()}
				/>
			</div>
			<ListNotes session={session} list={list} found={found.length} tools={tools.length} query={query} problem={refresh.problem} onClear={() => onQuery("")} />
			<div
				ref={scroller}
				role="listbox"
				aria-label="Tools"
				aria-busy={list.loading}
				aria-activedescendant={chosen && at >= 0 ? optionId(chosen) : undefined}
				tabIndex={0}
				data-pane-focus
				onKeyDown={move}
				className={cx("scroll-thin focus-inset min-h-0 flex-1", list.stale && "**:text-text-3!", found.length === 0 && "hidden")}
			>
				<div role="presentation" className="relative" style={{ height: rows.getTotalSize() }}>
					{rows.getVirtualItems().map((row) => {
						const tool = found[row.index];
						return (
							tool && (
								<ToolRow
									key={tool.item.index}
									id={optionId(tool)}
									tool={tool}
									isChosen={tool === chosen}
									position={row.index + 1}
									count={found.length}
									top={row.start}
									onChoose={() => onChoose(tool)}
								/>
							)
						);
					})}
				</div>
			</div>
		</section>
	);
}
