"use client";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { cx } from "@/components/ui/class-names.ts";
import type { List } from "@/lib/client/use-list.ts";
import { itemKey, type Listed } from "./item-key.ts";
import { listPlace } from "./list-place.ts";

const ROW = 44;

export type ItemListProps<Item extends Listed> = {
	/** element id, unique on the page */
	id: string;
	/** the accessible name */
	label: string;
	list: List;
	/** what is shown, in order */
	found: readonly Item[];
	chosen: Item | undefined;
	onChoose: (item: Item) => void;
	/** Enter or a double click on an item */
	onOpen?: (item: Item) => void;
	/** two lines of one item */
	row: (item: Item) => ReactNode;
	className?: string;
};

/** A list of any length; it is one tab stop, and arrow keys choose. */
export function ItemList<Item extends Listed>({ id, label, list, found, chosen, onChoose, onOpen, row, className }: ItemListProps<Item>) {
	const scroller = useRef<HTMLDivElement>(null);
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
		const key = chosen && itemKey(chosen);
		if (at < 0 || revealed.current === key) return;
		revealed.current = key;
		rows.scrollToIndex(at, { align: "auto" });
	}, [at, chosen, rows]);
	const move = (event: KeyboardEvent) => {
		if (event.ctrlKey || event.metaKey || event.altKey) return;
		if (event.key === "Enter" && chosen && at >= 0 && onOpen) {
			event.preventDefault();
			onOpen(chosen);
			return;
		}
		const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? ROW) / ROW) - 1);
		const place = listPlace(event.key, at, found.length, page, "list");
		const next = place === undefined ? undefined : found[place];
		if (!next) return;
		event.preventDefault();
		onChoose(next);
	};
	const optionId = (item: Item) => `${id}-${item.item.index}`;
	return (
		<div
			ref={scroller}
			id={id}
			role="listbox"
			aria-label={label}
			aria-busy={list.loading}
			aria-activedescendant={chosen && at >= 0 ? optionId(chosen) : undefined}
			tabIndex={0}
			data-pane-focus={found.length > 0 || undefined}
			onKeyDown={move}
			className={cx("scroll-thin focus-inset min-h-0 flex-1", list.stale && "**:text-text-3!", found.length === 0 && "hidden", className)}
		>
			<div role="presentation" className="relative" style={{ height: rows.getTotalSize() }}>
				{rows.getVirtualItems().map(({ index, start }) => {
					const item = found[index];
					if (!item) return null;
					return (
						// biome-ignore lint/a11y/useKeyWithClickEvents: the list box has the keys of all its options
						<div
							key={item.item.index}
							id={optionId(item)}
							role="option"
							tabIndex={-1}
							aria-selected={item === chosen}
							aria-label={item.name}
							aria-setsize={found.length}
							aria-posinset={index + 1}
							onClick={() => onChoose(item)}
							onDoubleClick={() => onOpen?.(item)}
							onMouseDown={(event) => event.preventDefault()}
							style={{ transform: `translateY(${start}px)` }}
							className={cx(
								"absolute inset-x-0 top-0 flex h-item flex-col border-b border-line-1 py-[5px] pr-2.5 pl-3",
								item === chosen ? "bg-accent-soft shadow-[inset_2px_0_0_var(--accent)]" : "hover:bg-surface-2",
							)}
						>
							{row(item)}
						</div>
					);
				})}
			</div>
		</div>
	);
}
