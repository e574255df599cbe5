import type { AlignedRow } from "./align-properties.ts";

/** Rows that are shown, and runs of unchanged ones that may stay folded. */
export type RowRun = { readonly kind: "shown" | "folded"; readonly rows: readonly AlignedRow[] };

/** Folds unchanged rows, but for `context` of them on either side of a change. A run of one row is not worth folding. */
export function foldUnchanged(rows: readonly AlignedRow[], context = 1): readonly RowRun[] {
	const changed = rows.flatMap(({ change }, at) => (change === "same" ? [] : [at]));
	const near = new Set(changed.flatMap((at) => Array.from({ length: 2 * context + 1 }, (_, step) => at - context + step)));
	const shown = rows.map((_, at) => near.has(at) || (near.has(at - 1) && near.has(at + 1)));
	const runs: { kind: RowRun["kind"]; rows: AlignedRow[] }[] = [];
	rows.forEach((row, at) => {
		const kind = shown[at] ? "shown" : "folded";
		const last = runs.at(-1);
		if (last?.kind === kind) last.rows.push(row);
		else runs.push({ kind, rows: [row] });
	});
	return runs;
}
