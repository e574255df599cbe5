import { cx } from "@/components/ui/class-names.ts";
import type { AlignedRow } from "@/lib/mcp/align-properties.ts";

/** Rows without a change are shown this near to one that has one. */
const AROUND = 1;

const tints = { breaking: "bg-error-soft", warning: "bg-warn-soft", info: "bg-info-soft" } as const;

export type AlignedSchemaProps = { title: string; rows: readonly AlignedRow[]; from: number; to: number };

/** The properties of a schema before and after, side by side; what is the same on both sides is counted. */
export function AlignedSchema({ title, rows, from, to }: AlignedSchemaProps) {
	if (rows.every(({ change }) => change === "same")) return null;
	return (
		<table className="w-full table-fixed border-t border-line-1 font-mono text-11">
			<caption className="sr-only">{`${title} schema, run ${from} and run ${to}`}</caption>
			<thead>
				<tr className="h-[22px] text-left font-sans text-text-3">
					<th scope="col" className="pl-4 font-medium">
						{title}, run {from}
					</th>
					<th scope="col" className="border-l border-line-1 pl-4 font-medium">
						run {to}
					</th>
				</tr>
			</thead>
			<tbody>
				{collapse(rows).map((part) =>
					"skipped" in part ? (
						<tr key={`from ${part.from}`} className="h-[22px] font-sans text-text-3">
							<td colSpan={2} className="pl-9">
								{part.skipped} unchanged
							</td>
						</tr>
					) : (
						<tr key={part.path} className="h-[22px]">
							<Cell row={part} side="before" />
							<Cell row={part} side="after" />
						</tr>
					),
				)}
			</tbody>
		</table>
	);
}

function Cell({ row, side }: { row: AlignedRow; side: "before" | "after" }) {
	const cell = row[side];
	const differs = row.change !== "same" && cell !== undefined;
	return (
		<td className={cx("cut pr-2 pl-4", side === "after" && "border-l border-line-1", differs && tints[row.severity ?? "info"])}>
			{cell && (
				<>
					<span className="inline-block w-5 text-text-3">{differs ? (side === "before" ? "−" : "+") : ""}</span>
					<span style={{ paddingLeft: row.indent * 14 }} className={cx(row.change === "same" && "text-text-2")}>
						{cell.name}
						{cell.required && <span className="text-accent-text"> •</span>}
					</span>
					<span className="pl-3 text-text-2">{cell.description}</span>
				</>
			)}
		</td>
	);
}

/** A run of unchanged rows that is not shown. */
type Gap = { from: number; skipped: number };

/** The rows near a change, and how many there are between them. */
function collapse(rows: readonly AlignedRow[]): (AlignedRow | Gap)[] {
	const near = rows.map((_, at) => rows.slice(Math.max(0, at - AROUND), at + AROUND + 1).some(({ change }) => change !== "same"));
	const out: (AlignedRow | Gap)[] = [];
	rows.forEach((row, at) => {
		const last = out.at(-1);
		if (near[at]) out.push(row);
		else if (last && "skipped" in last) last.skipped++;
		else out.push({ from: at, skipped: 1 });
	});
	return out;
}
