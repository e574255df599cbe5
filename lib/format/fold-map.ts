/** A folded container: its first line stays in view, the lines after it up to `close` do not. */
export type Fold = { open: number; close: number };

/** Which of `total` lines are in view while some containers are folded. Never changed; each fold makes a new one. */
export type FoldMap = {
	readonly rows: number;
	lineAt(row: number): number;
	/** row of the line, or of the folded container that hides it */
	rowOf(line: number): number;
	isFolded(line: number): boolean;
	fold(fold: Fold): FoldMap;
	unfold(line: number): FoldMap;
	/** opens every fold that hides the line */
	reveal(line: number): FoldMap;
	/** more lines came */
	resize(total: number): FoldMap;
};

/** Maps rows to lines and back by binary search over the outermost folds. */
export function createFoldMap(total: number, folds: ReadonlyMap<number, number> = new Map()): FoldMap {
	const outer: { open: number; close: number; hiddenBefore: number }[] = [];
	let hidden = 0;
	for (const [open, close] of [...folds].sort(([a], [b]) => a - b)) {
		const last = outer.at(-1);
		if (last && open <= last.close) continue;
		outer.push({ open, close, hiddenBefore: hidden });
		hidden += close - open;
	}
	/** the last outer fold for which `isBefore` holds */
	const lastWhere = (isBefore: (fold: (typeof outer)[number]) => boolean): (typeof outer)[number] | undefined => {
		let low = 0;
		let high = outer.length;
		while (low < high) {
			const middle = (low + high) >>> 1;
			const fold = outer[middle];
			if (fold && isBefore(fold)) low = middle + 1;
			else high = middle;
		}
		return outer[low - 1];
	};
	return {
		rows: total - hidden,
		lineAt(row) {
			const fold = lastWhere(({ open, hiddenBefore }) => open - hiddenBefore < row);
			return fold ? row + fold.hiddenBefore + (fold.close - fold.open) : row;
		},
		rowOf(line) {
			const fold = lastWhere(({ open }) => open < line);
			if (!fold) return line;
			return line <= fold.close ? fold.open - fold.hiddenBefore : line - fold.hiddenBefore - (fold.close - fold.open);
		},
		isFolded: (line) => folds.has(line),
		fold: ({ open, close }) => createFoldMap(total, new Map(folds).set(open, close)),
		unfold: (line) => createFoldMap(total, new Map([...folds].filter(([open]) => open !== line))),
		reveal(line) {
			const kept = [...folds].filter(([open, close]) => !(open < line && line <= close));
			return kept.length === folds.size ? this : createFoldMap(total, new Map(kept));
		},
		resize: (next) => createFoldMap(next, folds),
	};
}
