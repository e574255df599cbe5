/** Chromium cuts elements at 16.8 million px (device scale 2 halves that), so taller content is scrolled at another scale. */
export const MAX_HEIGHT = 8_000_000;

export type Extent = { count: number; rowHeight: number; viewport: number };

/** What to draw: rows `first` … `last` (excluded), the first one `top` px below the start of content that is `height` px high. */
export type RowWindow = { height: number; first: number; last: number; top: number };

/** How many px of rows one px of scrolling stands for; 1 unless there are too many rows. */
function scaleOf({ count, rowHeight, viewport }: Extent): number {
	const real = count * rowHeight;
	return real <= MAX_HEIGHT ? 1 : (real - viewport) / (MAX_HEIGHT - viewport);
}

/** The rows in view at `scrollTop`, and `overscan` more on both sides. All rows are equally high, so nothing is measured or kept per row. */
export function rowWindow(extent: Extent & { scrollTop: number; overscan: number }): RowWindow {
	const { count, rowHeight, viewport, scrollTop, overscan } = extent;
	const real = scrollTop * scaleOf(extent);
	const first = Math.max(0, Math.min(count, Math.floor(real / rowHeight)) - overscan);
	const last = Math.min(count, Math.ceil((real + viewport) / rowHeight) + overscan);
	return { height: Math.min(count * rowHeight, MAX_HEIGHT), first, last: Math.max(first, last), top: first * rowHeight - real + scrollTop };
}

/** The `scrollTop` that brings a row into view with the least movement, or into the middle; the present one where it is in view already. */
export function scrollTopFor(extent: Extent & { scrollTop: number }, row: number, align: "nearest" | "center"): number {
	const { rowHeight, viewport, scrollTop } = extent;
	const scale = scaleOf(extent);
	const real = scrollTop * scale;
	const start = row * rowHeight;
	if (start >= real && start + rowHeight <= real + viewport) return scrollTop;
	const wanted = align === "center" ? start - (viewport - rowHeight) / 2 : start < real ? start : start + rowHeight - viewport;
	return Math.max(0, wanted / scale);
}
