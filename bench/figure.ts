/** One line of the table: what was measured, beside its floor and its limit. */
export type Row = {
	figure: string;
	/** medians, written for people */
	measured: string;
	floor: string;
	/** measured / floor, or measured itself where there is no floor: what the limit is about */
	value: number;
	limit: number;
	/** how `value` and `limit` are written: "×", " ms", " MB" */
	unit: string;
};

/** A group of figures that are measured together; each answers its rows. */
export type Figure = (runs: number, say: (text: string) => void) => Promise<Row[]>;

export function median(samples: readonly number[]): number {
	const sorted = [...samples].sort((a, b) => a - b);
	const middle = sorted.length >> 1;
	return sorted.length % 2 === 1 ? (sorted[middle] ?? Number.NaN) : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
}

export const ms = (value: number): string => (value < 10 ? `${value.toFixed(2)} ms` : `${Math.round(value)} ms`);
export const mb = (value: number): string => `${value.toFixed(1)} MB`;

/** Rows as a Markdown table. */
export function table(rows: readonly Row[]): string {
	const cells = rows.map(({ figure, measured, floor, value, limit, unit }) => [
		figure,
		measured,
		floor,
		`${value.toFixed(2)}${unit}`,
		`${limit}${unit}`,
		value <= limit ? "yes" : "**no**",
	]);
	const all = [["figure", "measured (median)", "floor (median)", "compared", "limit", "holds"], ...cells];
	const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))) ?? [];
	const line = (row: readonly string[]) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
	return [line(all[0] ?? []), line(widths.map((width) => "-".repeat(width))), ...cells.map(line)].join("\n");
}
