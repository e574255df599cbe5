import type { ReactNode } from "react";
import { cx } from "@/components/ui/class-names.ts";
import { Dot } from "@/components/ui/dot.tsx";
import { Icon } from "@/components/ui/icon.tsx";
import type { EntryRow } from "@/lib/client/entry-store.ts";
import { formatBytes } from "@/lib/format/format-bytes.ts";
import { formatDuration } from "@/lib/format/format-duration.ts";
import { formatTime } from "@/lib/format/format-time.ts";
import type { Preview } from "@/lib/protocol/entry.ts";
import { codeText, kindLook, statusLook, wayOf } from "./entry-look.ts";
import { TimeBar, type TimeSpan } from "./time-bar.tsx";

export type LogCellProps = {
	row: EntryRow;
	/** undefined until it came */
	preview: Preview | undefined;
	/** of the paired entry: a failed request shows the code that its answer has */
	pairPreview: Preview | undefined;
	/** epoch milliseconds for what still runs */
	now: number;
	/** the time that the rows in view cover */
	span: TimeSpan;
	/** leads to the entry that this one is paired with */
	onPair: (row: EntryRow) => void;
};

export type LogColumn = { id: string; title: string; className: string; cell: (props: LogCellProps) => ReactNode };

/** Widths of the columns, by how wide the grid itself is: time and size leave first, then the id. */
export const logWidths =
	"[--columns:58px_88px_32px_78px_minmax(120px,1fr)_42px_106px_60px_106px] @max-[860px]:[--columns:58px_32px_80px_minmax(120px,1fr)_42px_98px_104px] @max-[700px]:[--columns:56px_32px_78px_minmax(100px,1fr)_90px_102px]";

const leavesFirst = "@max-[860px]:hidden";
const leavesSecond = "@max-[700px]:hidden";

/** The columns of the log, in order. */
export const logColumns: readonly LogColumn[] = [
	{ id: "seq", title: "#", className: "text-right tabular-nums text-text-3", cell: ({ row }) => row.seq },
	{ id: "time", title: "Time", className: cx("tabular-nums text-text-3", leavesFirst), cell: ({ row }) => formatTime(row.at) },
	{ id: "direction", title: "Dir", className: "", cell: ({ row }) => <Way row={row} /> },
	{ id: "kind", title: "Kind", className: "", cell: ({ row }) => <span className={kindLook[row.kind].colour}>{kindLook[row.kind].word}</span> },
	{ id: "method", title: "Method and preview", className: "flex items-center gap-2", cell: (props) => <Method {...props} /> },
	{
		id: "id",
		title: "Id",
		className: cx("text-right font-mono text-text-2", leavesSecond),
		cell: ({ preview }) => (preview?.id === undefined ? "" : typeof preview.id === "string" ? `"${preview.id}"` : String(preview.id)),
	},
	{ id: "duration", title: "Duration", className: "", cell: (props) => <Duration {...props} /> },
	{
		id: "size",
		title: "Size",
		className: cx("text-right tabular-nums text-text-2", leavesFirst),
		cell: ({ row }) => (row.kind === "event" ? "" : formatBytes(row.bytes)),
	},
	{ id: "status", title: "Status", className: "", cell: (props) => <StatusCell {...props} /> },
];

function Way({ row }: { row: EntryRow }) {
	const { icon, colour, words, turn } = wayOf(row);
	return (
		<span className={cx("block w-3", colour)} title={words}>
			<Icon of={icon} size="sm" className={turn ? "rotate-180" : undefined} />
			<span className="sr-only">{words}</span>
		</span>
	);
}

function Method({ row, preview }: LogCellProps) {
	const isFrame = row.kind === "request" || row.kind === "answer" || row.kind === "notification";
	const name = isFrame || (row.kind === "event" && !preview) ? row.method : "";
	return (
		<>
			{name !== "" && (
				// the prefix leaves before the tool's name does
				<span
					className={cx(
						"max-w-[60%] flex-none truncate font-mono",
						preview?.subject === undefined && row.kind !== "answer" ? "text-text-1" : "text-text-2 @max-[520px]:hidden",
					)}
				>
					{name}
				</span>
			)}
			<span className={cx("cut font-mono", isFrame ? "text-text-3" : "text-text-2")}>
				{preview?.subject !== undefined && <b className="mr-2 font-medium text-text-1">{preview.subject}</b>}
				{preview?.text}
			</span>
		</>
	);
}

function Duration({ row, now, span, onPair }: LogCellProps) {
	const isPending = row.status === "pending";
	const ms = isPending ? Math.max(0, now - row.at) : row.durationMs;
	if (ms === undefined || (isPending && now === 0)) return null;
	const colour = isPending
		? "text-pending"
		: row.status === "error" || row.status === "lost"
			? "text-error"
			: row.direction === "out"
				? "text-wire-out"
				: "text-wire-in";
	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: the grid has the same on the key P, the drawer as a button
		// biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the same on the key P, the drawer as a button
		<span
			className={cx("flex items-center gap-1.5", isPending && "text-pending")}
			title={row.pair === 0 ? undefined : `Go to ${row.kind === "answer" ? "its request" : "its answer"}, #${row.pair} (P)`}
			onClick={(event) => {
				if (row.pair === 0) return;
				event.stopPropagation();
				onPair(row);
			}}
		>
			<span className="w-[50px] flex-none text-right tabular-nums">
				{row.kind === "answer" && "+"}
				{formatDuration(ms)}
			</span>
			<TimeBar span={span} at={row.at} ms={row.kind === "answer" ? 0 : ms} live={isPending} className={colour} />
		</span>
	);
}

function StatusCell({ row, preview, pairPreview }: LogCellProps) {
	if (row.kind === "noise") return <span className="text-wire-noise">not a frame</span>;
	const look = statusLook[row.status];
	if (!look) return null;
	const code = row.status === "error" ? (preview?.code ?? pairPreview?.code) : undefined;
	return (
		<span className={cx("flex min-w-0 items-center gap-[5px]", look.colour)}>
			<Dot tone={look.tone} small pulse={row.status === "pending"} />
			<span className="cut">
				{look.word}
				{code !== undefined && ` ${codeText(code)}`}
			</span>
		</span>
	);
}
