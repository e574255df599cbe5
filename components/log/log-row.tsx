// biome-ignore-all lint/a11y/useSemanticElements: the rows of a table cannot be windowed
import { RotateCw } from "lucide-react";
import { memo, type ReactNode } from "react";
import { cx } from "@/components/ui/class-names.ts";
import { Icon } from "@/components/ui/icon.tsx";
import type { EntryRow } from "@/lib/client/entry-store.ts";
import { formatClock } from "@/lib/format/format-time.ts";
import { isTinted } from "./entry-look.ts";
import { type LogCellProps, logColumns } from "./log-columns.tsx";

export const LOG_ROW_HEIGHT = 26;

export type LogRowProps = LogCellProps & {
	id: string;
	/** place among the rows that match the filter, from 1 */
	index: number;
	selected: boolean;
	onSelect: (seq: number) => void;
};

/** One entry. The grid is the one tab stop and has the keys; a row only takes clicks. */
export const LogRow = memo(function LogRow(props: LogRowProps) {
	const { id, index, row, selected, onSelect } = props;
	const isDivider = row.kind === "event" && row.method === "started";
	return (
		// biome-ignore lint/a11y/useFocusableInteractive: the grid names its active row instead
		// biome-ignore lint/a11y/useKeyWithClickEvents: the grid listens to the keys
		<div
			id={id}
			role="row"
			aria-rowindex={index}
			aria-selected={selected}
			onClick={() => onSelect(row.seq)}
			className={cx(
				"h-row border-b border-line-1 text-11 whitespace-nowrap",
				isDivider
					? "flex items-center gap-2 px-3 text-text-2"
					: "grid grid-cols-[var(--columns)] items-center pr-2 *:min-w-0 *:overflow-hidden *:px-1.5 *:text-ellipsis",
				selected
					? "bg-accent-soft shadow-[inset_2px_0_0_var(--accent)]"
					: isTinted(row.status)
						? "bg-error-soft"
						: isDivider
							? "bg-surface-2"
							: "hover:bg-surface-2",
			)}
		>
			{isDivider ? (
				<Divider {...props} />
			) : (
				logColumns.map((column, at) => (
					<Cell key={column.id} index={at + 1} className={column.className}>
						{column.cell(props)}
					</Cell>
				))
			)}
		</div>
	);
}, isSame);

function Cell({ index, className, children }: { index: number; className: string; children: ReactNode }) {
	return (
		// biome-ignore lint/a11y/useFocusableInteractive: the grid is the tab stop
		<div role="gridcell" aria-colindex={index} className={className}>
			{children}
		</div>
	);
}

/** The line between two lives of the server. */
function Divider({ row, preview }: LogRowProps) {
	const command = preview?.text.replace(/^run \d+ started:?\s*/, "");
	return (
		// biome-ignore lint/a11y/useFocusableInteractive: the grid is the tab stop
		<div role="gridcell" aria-colspan={logColumns.length} className="flex min-w-0 flex-1 items-center gap-2">
			<Icon of={RotateCw} size="sm" />
			<span className="flex-none font-strong text-text-1">run {row.run} started</span>
			<span className="flex-none tabular-nums text-text-3">{formatClock(row.at)}</span>
			<span className="cut flex-none font-mono text-text-3 max-w-[60%]">{command}</span>
			<span className="h-px flex-1 bg-line-2" />
		</div>
	);
}

const rowKeys: readonly (keyof EntryRow)[] = ["seq", "at", "status", "pair", "durationMs", "method", "bytes", "kind"];

/** `read` makes a new object each time, and time bars move only with what is in view. */
function isSame(before: LogRowProps, after: LogRowProps): boolean {
	return (
		before.index === after.index &&
		before.selected === after.selected &&
		before.preview === after.preview &&
		before.pairPreview === after.pairPreview &&
		(before.now === after.now || after.row.status !== "pending") &&
		before.span.from === after.span.from &&
		before.span.to === after.span.to &&
		before.onSelect === after.onSelect &&
		before.onPair === after.onPair &&
		rowKeys.every((key) => before.row[key] === after.row[key])
	);
}
