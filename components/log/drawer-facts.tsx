import { cx } from "@/components/ui/class-names.ts";
import type { EntryRow } from "@/lib/client/entry-store.ts";
import { formatDuration } from "@/lib/format/format-duration.ts";
import { formatTime } from "@/lib/format/format-time.ts";
import type { Preview } from "@/lib/protocol/entry.ts";
import { codeText, kindLook, pairWord, statusLook } from "./entry-look.ts";

/** Method, id, time, duration, status and the entry that it belongs to, in one wrapping line. */
export function DrawerFacts({ entry, preview, onSelect }: { entry: EntryRow; preview: Preview | undefined; onSelect: (seq: number) => void }) {
	const pair = pairWord(entry);
	const status = statusLook[entry.status];
	return (
		<div className="flex min-h-[26px] flex-none flex-wrap items-center gap-x-3 gap-y-0 border-b border-line-1 px-3 py-[5px] text-11 text-text-3">
			<span className="text-text-2">
				{kindLook[entry.kind].word} {entry.method !== "" && <span className="font-mono break-all text-text-1">{entry.method}</span>}
			</span>
			{preview?.id !== undefined && <span className="font-mono">id {JSON.stringify(preview.id)}</span>}
			<span className="tabular-nums">{formatTime(entry.at)}</span>
			{entry.durationMs !== undefined && <span className="tabular-nums">{formatDuration(entry.durationMs)}</span>}
			{status && (
				<span className={status.colour}>
					{status.word}
					{preview?.code !== undefined && ` ${codeText(preview.code)}`}
				</span>
			)}
			{pair !== undefined && (
				<button type="button" className={cx("link tabular-nums")} onClick={() => onSelect(entry.pair)}>
					{pair} #{entry.pair}
				</button>
			)}
		</div>
	);
}
