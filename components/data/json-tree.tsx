"use client";
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { cx } from "@/components/ui/class-names.ts";
import type { LineMatch } from "@/lib/format/find-in-lines.ts";
import { createFoldMap, type FoldMap } from "@/lib/format/fold-map.ts";
import type { JsonLine } from "@/lib/format/json-spans.ts";
import { JSON_ROW_HEIGHT, JsonRow } from "./json-row.tsx";
import type { JsonSource } from "./json-source.ts";
import { useRowWindow } from "./use-row-window.ts";

/** A remark on the value that a JSON pointer names. */
export type JsonMark = { pointer: string; message: string };

export type JsonTreeProps = {
	source: JsonSource;
	/** the accessible name */
	label: string;
	marks?: readonly JsonMark[];
	/** text to highlight, and the match to stand at */
	needle?: string;
	current?: LineMatch | undefined;
	/** line numbers at the left */
	numbered?: boolean;
	className?: string;
};

/**
 * Lines of JSON as a tree: one tab stop, arrows move, left and right fold and unfold. Only the lines in view exist, so the tree names
 * its active line (`aria-activedescendant`) instead of moving the focus.
 */
export function JsonTree({ source, label, marks, needle = "", current, numbered = true, className }: JsonTreeProps) {
	const id = useId();
	const snapshot = useSyncExternalStore(source.subscribe, source.get, source.get);
	const [folds, setFolds] = useState<FoldMap>(() => createFoldMap(0));
	const map = useMemo(() => folds.resize(snapshot.lines), [folds, snapshot.lines]);
	const [active, setActive] = useState(0);
	const { ref, window, viewport, scrollToRow } = useRowWindow({ count: map.rows, rowHeight: JSON_ROW_HEIGHT, overscan: 10 });
	const markedLines = useMarks(source, marks, snapshot.done);

	const seen = useRef(source);
	useLayoutEffect(() => {
		if (seen.current === source) return;
		seen.current = source;
		setFolds(createFoldMap(0));
		setActive(0);
		if (ref.current) ref.current.scrollTop = 0;
	}, [source, ref]);
	useEffect(() => {
		if (window.last > window.first) source.want(map.lineAt(window.first), map.lineAt(window.last - 1) + 1);
	});
	useEffect(() => {
		if (!current) return;
		setFolds((known) => known.reveal(current.line));
	}, [current]);
	const currentRow = current ? map.rowOf(current.line) : -1;
	useEffect(() => {
		if (currentRow >= 0) scrollToRow(currentRow, "center");
	}, [currentRow, scrollToRow]);

	const fold = (line: JsonLine, folded = !map.isFolded(line.line)): void => {
		const scrollTop = ref.current?.scrollTop ?? 0;
		setFolds(folded ? map.fold({ open: line.line, close: line.match }) : map.unfold(line.line));
		setActive(map.rowOf(line.line));
		if (ref.current) ref.current.scrollTop = scrollTop;
	};
	const goTo = (row: number): void => {
		const next = Math.max(0, Math.min(map.rows - 1, row));
		setActive(next);
		scrollToRow(next);
	};
	const onKeyDown = (event: KeyboardEvent): void => {
		if (event.metaKey || event.ctrlKey || event.altKey) return;
		const line = source.line(map.lineAt(active));
		const page = Math.max(1, Math.floor(viewport / JSON_ROW_HEIGHT) - 1);
		const isFolded = line !== undefined && map.isFolded(line.line);
		const moves: Record<string, () => void> = {
			ArrowDown: () => goTo(active + 1),
			ArrowUp: () => goTo(active - 1),
			PageDown: () => goTo(active + page),
			PageUp: () => goTo(active - page),
			Home: () => goTo(0),
			End: () => goTo(map.rows - 1),
			ArrowLeft: () => (line && line.match > 0 && !isFolded ? fold(line, true) : goTo(parentRow(source, map, active))),
			ArrowRight: () => (line && isFolded ? fold(line, false) : line && line.match > 0 && goTo(active + 1)),
			Enter: () => line && line.match > 0 && fold(line),
		};
		const move = moves[event.key];
		if (!move) return;
		event.preventDefault();
		event.stopPropagation();
		move();
	};
	const gutter = numbered ? Math.max(30, String(snapshot.lines).length * 7 + 9) : 0;
	const rows = Array.from({ length: window.last - window.first }, (_, index) => window.first + index);
	const activeShown = active >= window.first && active < window.last;
	return (
		<div
			ref={ref}
			role="tree"
			aria-label={label}
			tabIndex={0}
			aria-activedescendant={activeShown ? `${id}-${active}` : undefined}
			onKeyDown={onKeyDown}
			className={cx("group/json scroll-thin focus-inset relative min-h-0 flex-1 font-mono text-[11px] leading-[18px] whitespace-pre", className)}
		>
			<div role="none" className="relative min-w-max" style={{ height: window.height }}>
				<div role="none" className="absolute top-0 left-0 min-w-full" style={{ transform: `translateY(${window.top}px)` }}>
					{rows.map((row) => {
						const at = map.lineAt(row);
						return (
							<JsonRow
								key={at}
								id={`${id}-${row}`}
								row={row}
								at={at}
								line={source.line(at)}
								folded={map.isFolded(at)}
								active={row === active}
								mark={markedLines.get(at)}
								needle={needle}
								current={current?.line === at ? current.column : undefined}
								gutter={gutter}
								onFold={fold}
								onPoint={setActive}
							/>
						);
					})}
				</div>
			</div>
		</div>
	);
}

/** The row of the container around a row, among the lines in hand. */
function parentRow(source: JsonSource, map: FoldMap, row: number): number {
	const depth = source.line(map.lineAt(row))?.depth ?? 0;
	for (let above = row - 1; above >= 0; above--) {
		const line = source.line(map.lineAt(above));
		if (!line) return above;
		if (line.depth < depth) return above;
	}
	return 0;
}

/** Messages by line; a message about something that is missing stands at its container. */
function useMarks(source: JsonSource, marks: readonly JsonMark[] | undefined, done: boolean): ReadonlyMap<number, string> {
	const [lines, setLines] = useState<ReadonlyMap<number, string>>(new Map());
	useEffect(() => {
		if (!marks || marks.length === 0 || !done) return setLines((known) => (known.size === 0 ? known : new Map()));
		let current = true;
		void source.locate(marks.map(({ pointer }) => pointer)).then((places) => {
			if (!current) return;
			const found = new Map<number, string>();
			places.forEach(({ line }, at) => {
				const before = found.get(line);
				const message = marks[at]?.message ?? "";
				found.set(line, before ? `${before}; ${message}` : message);
			});
			setLines(found);
		});
		return () => {
			current = false;
		};
	}, [source, marks, done]);
	return lines;
}
