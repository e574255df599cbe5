"use client";
import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from "react";
import { type RowWindow, rowWindow, scrollTopFor } from "@/lib/format/row-window.ts";

export type RowScroller = {
	/** the element that scrolls */
	ref: RefObject<HTMLDivElement | null>;
	/** the rows to draw now */
	window: RowWindow;
	/** px of rows in view */
	viewport: number;
	/** brings a row into view */
	scrollToRow(row: number, align?: "nearest" | "center"): void;
	atEnd(): boolean;
};

export type RowWindowOptions = {
	count: number;
	/** px, the same for every row */
	rowHeight: number;
	overscan?: number;
	/** px of a sticky head over the rows */
	header?: number;
	/** stays at the last row while rows come */
	stick?: boolean;
};

const farDown = 100_000_000;

/**
 * Which of many equally high rows to draw. TanStack Virtual keeps an object per row and walks them all when the count grows; a log
 * that grows many times a second by thousands of equal rows needs neither.
 */
export function useRowWindow({ count, rowHeight, overscan = 6, header = 0, stick = false }: RowWindowOptions): RowScroller {
	const ref = useRef<HTMLDivElement>(null);
	const [seen, setSeen] = useState({ scrollTop: 0, viewport: 0 });
	const extent = useRef({ count, rowHeight, stick });
	extent.current = { count, rowHeight, stick };
	const look = useCallback((): void => {
		const element = ref.current;
		if (!element) return;
		const viewport = Math.max(0, element.clientHeight - header);
		// while sticking the place is known without asking, and asking would draw every frame twice
		setSeen((known) => {
			const scrollTop = extent.current.stick ? known.scrollTop : element.scrollTop;
			return known.scrollTop === scrollTop && known.viewport === viewport ? known : { scrollTop, viewport };
		});
	}, [header]);
	useLayoutEffect(() => {
		const element = ref.current;
		if (!element) return;
		look();
		element.addEventListener("scroll", look, { passive: true });
		const observer = new ResizeObserver(look);
		observer.observe(element);
		return () => {
			element.removeEventListener("scroll", look);
			observer.disconnect();
		};
	}, [look]);
	// biome-ignore lint/correctness/useExhaustiveDependencies: it goes to the end whenever there is another end
	useLayoutEffect(() => {
		if (stick && ref.current) ref.current.scrollTop = farDown;
		else look();
	}, [stick, count, seen.viewport, look]);
	const scrollToRow = useCallback(
		(row: number, align: "nearest" | "center" = "nearest"): void => {
			const element = ref.current;
			if (!element) return;
			const viewport = element.clientHeight - header;
			element.scrollTop = scrollTopFor({ ...extent.current, viewport, scrollTop: element.scrollTop }, row, align);
			// the scroll event comes a frame later: without this the new place is blank until then
			look();
		},
		[header, look],
	);
	const atEnd = useCallback((): boolean => {
		const element = ref.current;
		return !element || element.scrollHeight - element.scrollTop - element.clientHeight < rowHeight / 2;
	}, [rowHeight]);
	const { viewport } = seen;
	const end = Math.max(0, rowWindow({ count, rowHeight, overscan: 0, viewport, scrollTop: 0 }).height - viewport);
	const scrollTop = stick ? end : Math.min(seen.scrollTop, end);
	return { ref, window: rowWindow({ count, rowHeight, overscan, viewport, scrollTop }), viewport, scrollToRow, atEnd };
}
