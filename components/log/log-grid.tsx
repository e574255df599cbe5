// biome-ignore-all lint/a11y/useSemanticElements: the rows of a table cannot be windowed
"use client";
import { type KeyboardEvent, type Ref, type RefObject, useCallback, useEffect, useId, useImperativeHandle, useRef } from "react";
import { useRowWindow } from "@/components/data/use-row-window.ts";
import { cx } from "@/components/ui/class-names.ts";
import type { EntryRow, EntryStore } from "@/lib/client/entry-store.ts";
import type { EntryView } from "@/lib/client/entry-view.ts";
import { useNow } from "@/lib/client/use-now.ts";
import { usePreviews } from "@/lib/client/use-previews.ts";
import { logColumns, logWidths } from "./log-columns.tsx";
import { LOG_ROW_HEIGHT, LogRow } from "./log-row.tsx";

const headerHeight = 22;

export type LogGridHandle = { focus(): void };

export type LogGridProps = {
	entries: EntryStore;
	sessionId: string;
	view: EntryView | undefined;
	/** rows to show of the view: all, or those before a pause */
	count: number;
	selected: number | undefined;
	follow: boolean;
	onFollow: (follow: boolean) => void;
	/** `undefined` clears; `open` asks for the drawer */
	onSelect: (seq: number | undefined, open: boolean) => void;
	/** Escape: true if there was something to close */
	onClose: () => boolean;
	ref?: Ref<LogGridHandle>;
};

/** The rows of a view. One tab stop: the selected row is named by `aria-activedescendant`, because only rows in view exist. */
export function LogGrid({ entries, sessionId, view, count, selected, follow, onFollow, onSelect, onClose, ref }: LogGridProps) {
	const id = useId();
	const scroller = useRowWindow({ count, rowHeight: LOG_ROW_HEIGHT, header: headerHeight, stick: follow });
	const { ref: grid, window, viewport, scrollToRow, atEnd } = scroller;
	useImperativeHandle(ref, () => ({ focus: () => grid.current?.focus() }), [grid]);

	const rows: EntryRow[] = [];
	for (let index = window.first; index < window.last; index++) {
		const row = view && entries.read(view.seqAt(index));
		if (row) rows.push(row);
	}
	const preview = usePreviews(
		sessionId,
		rows.map(({ seq }) => seq),
	);
	const anyPending = rows.some(({ status }) => status === "pending");
	const now = useNow(100, anyPending);
	// a row that leaves gives its elements to one that comes: in a flood all of them change many times a second
	const slots = slotsFor(window.last - window.first);
	const span = spanOf(rows, anyPending ? now : 0);

	useFollowYield(grid, atEnd, onFollow);

	const shownFor = useRef<number | undefined>(undefined);
	const selectedIndex = selected === undefined || !view ? -1 : view.indexOf(selected);
	const isInView = selectedIndex >= 0 && selectedIndex < count;
	useEffect(() => {
		if (!isInView || shownFor.current === selected) return;
		// chosen elsewhere: a link, the other entry of a pair, a reload
		shownFor.current = selected;
		if (selectedIndex < count - Math.floor(viewport / LOG_ROW_HEIGHT)) onFollow(false);
		scrollToRow(selectedIndex, "center");
	}, [isInView, selected, selectedIndex, count, viewport, onFollow, scrollToRow]);

	const select = useCallback(
		(seq: number): void => {
			shownFor.current = seq;
			onSelect(seq, true);
		},
		[onSelect],
	);
	const goToPair = useCallback((row: EntryRow): void => onSelect(row.pair, true), [onSelect]);
	const moveTo = (index: number): void => {
		const next = Math.max(0, Math.min(count - 1, index));
		const seq = view?.seqAt(next) ?? -1;
		if (seq < 0) return;
		shownFor.current = seq;
		onFollow(next === count - 1);
		scrollToRow(next);
		onSelect(seq, false);
	};
	const onKeyDown = (event: KeyboardEvent): void => {
		if (event.metaKey || event.ctrlKey || event.altKey) return;
		const page = Math.max(1, Math.floor(viewport / LOG_ROW_HEIGHT) - 1);
		const from = selectedIndex >= 0 ? selectedIndex : count;
		const row = selected === undefined ? undefined : entries.read(selected);
		const moves: Record<string, () => void> = {
			ArrowDown: () => moveTo(selectedIndex < 0 ? count - 1 : from + 1),
			ArrowUp: () => moveTo(from - 1),
			PageDown: () => moveTo(from + page),
			PageUp: () => moveTo(from - page),
			Home: () => moveTo(0),
			End: () => moveTo(count - 1),
			Enter: () => selected !== undefined && onSelect(selected, true),
			Escape: () => void onClose(),
			p: () => row && row.pair !== 0 && goToPair(row),
			f: () => onFollow(!follow),
		};
		const move = moves[event.key];
		if (!move) return;
		event.preventDefault();
		move();
	};
	return (
		<div
			ref={grid}
			role="grid"
			aria-label="Messages"
			aria-rowcount={count}
			aria-colcount={logColumns.length}
			aria-activedescendant={isInView && selectedIndex >= window.first && selectedIndex < window.last ? `${id}-${selected}` : undefined}
			tabIndex={0}
			onKeyDown={onKeyDown}
			className="scroll-thin focus-inset @container relative min-h-0 flex-1 overflow-x-hidden"
		>
			<div role="rowgroup" className={cx(logWidths, "sticky top-0 z-10")}>
				{/* biome-ignore lint/a11y/useFocusableInteractive: the grid is the tab stop */}
				<div
					role="row"
					className="grid h-[22px] grid-cols-[var(--columns)] items-center border-b border-line-1 bg-surface-2 pr-2 text-11 font-medium whitespace-nowrap text-text-3"
				>
					{logColumns.map((column, at) => (
						// biome-ignore lint/a11y/useFocusableInteractive: nothing is sorted
						<div
							key={column.id}
							role="columnheader"
							aria-colindex={at + 1}
							className={cx("min-w-0 overflow-hidden px-1.5 text-ellipsis", headerClass(column.className))}
						>
							{column.id === "duration" ? <span className="inline-block w-[50px] text-right">{column.title}</span> : column.title}
						</div>
					))}
				</div>
			</div>
			<div role="rowgroup" className={cx(logWidths, "relative")} style={{ height: window.height }}>
				<div role="none" className="absolute inset-x-0 top-0" style={{ transform: `translateY(${window.top}px)` }}>
					{rows.map((row, at) => (
						<LogRow
							// biome-ignore lint/suspicious/noArrayIndexKey: see slots
							key={(window.first + at) % slots}
							id={`${id}-${row.seq}`}
							index={window.first + at + 1}
							row={row}
							preview={preview(row.seq)}
							pairPreview={row.status === "error" ? preview(row.pair) : undefined}
							now={now}
							span={span}
							selected={row.seq === selected}
							onSelect={select}
							onPair={goToPair}
						/>
					))}
				</div>
			</div>
		</div>
	);
}

/** Only where a column stands and when it leaves: not how its cells look. */
const headerClass = (cell: string): string =>
	cell
		.split(" ")
		.filter((name) => name === "text-right" || name.endsWith(":hidden"))
		.join(" ");

/** A power of two that is large enough, so that it seldom changes. */
const slotsFor = (rows: number): number => 2 ** Math.ceil(Math.log2(Math.max(32, rows)));

function spanOf(rows: readonly EntryRow[], now: number): { from: number; to: number } {
	let from = Number.POSITIVE_INFINITY;
	let to = now;
	for (const row of rows) {
		from = Math.min(from, row.at);
		to = Math.max(to, row.at + (row.kind === "answer" ? 0 : (row.durationMs ?? 0)));
	}
	return { from, to };
}

/** Following ends when a person scrolls up and begins again at the end. */
function useFollowYield(grid: RefObject<HTMLDivElement | null>, atEnd: () => boolean, onFollow: (follow: boolean) => void): void {
	useEffect(() => {
		const element = grid.current;
		if (!element) return;
		let lastTop = element.scrollTop;
		const onScroll = (): void => {
			const isUp = element.scrollTop < lastTop - 1;
			const isDown = element.scrollTop > lastTop + 1;
			lastTop = element.scrollTop;
			if (isUp && !atEnd()) onFollow(false);
			else if (isDown && atEnd()) onFollow(true);
		};
		// a small turn of the wheel would be undone by the next rows before it counts as a scroll
		const onWheel = (event: WheelEvent): void => {
			if (event.deltaY < 0 && element.scrollTop > 0) onFollow(false);
		};
		element.addEventListener("scroll", onScroll, { passive: true });
		element.addEventListener("wheel", onWheel, { passive: true });
		return () => {
			element.removeEventListener("scroll", onScroll);
			element.removeEventListener("wheel", onWheel);
		};
	}, [grid, atEnd, onFollow]);
}
