"use client";
import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from "react";
import { type RowWindow, rowWindow, scrollTopFor } from "@/lib/format/row-window.ts";

export type RowScroller = {
	/** the element that scrolls */
	ref: RefObject<HTMLDivElement | null>;
	/** the rows to draw now */
	window: RowWindow;
	viewport: number;
	/** brings a row into view */
	scrollToRow(row: number, align?: "nearest" | "center"): void;
	scrollToEnd(): void;
	atEnd(): boolean;
};

/**
 * Which of `count` equally high rows to draw. TanStack Virtual keeps an object per row and walks them all when the count grows; a log
 * that grows sixty times a second by thousands of equal rows needs neither. `header` px of a sticky head cover the top.
 */
export function useRowWindow({
	count,
	rowHeight,
	overscan = 6,
	header = 0,
}: {
	count: number;
	rowHeight: number;
	overscan?: number;
	header?: number;
}): RowScroller {
	const ref = useRef<HTMLDivElement>(null);
	const [seen, setSeen] = useState({ scrollTop: 0, viewport: 0 });
	const look = useCallback((): void => {
		const element = ref.current;
		if (!element) return;
		const next = { scrollTop: element.scrollTop, viewport: Math.max(0, element.clientHeight - header) };
		setSeen((known) => (known.scrollTop === next.scrollTop && known.viewport === next.viewport ? known : next));
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
	const extent = useRef({ count, rowHeight });
	extent.current = { count, rowHeight };
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
	const scrollToEnd = useCallback((): void => {
		if (ref.current) ref.current.scrollTop = ref.current.scrollHeight;
		look();
	}, [look]);
	const atEnd = useCallback((): boolean => {
		const element = ref.current;
		return !element || element.scrollHeight - element.scrollTop - element.clientHeight < rowHeight / 2;
	}, [rowHeight]);
	return { ref, window: rowWindow({ count, rowHeight, overscan, ...seen }), viewport: seen.viewport, scrollToRow, scrollToEnd, atEnd };
}
