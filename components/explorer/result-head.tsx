"use client";
import { Ban, CircleX, Clock, type LucideIcon, TriangleAlert, Unplug } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "@/components/ui/class-names.ts";
import { Icon } from "@/components/ui/icon.tsx";
import { Segmented } from "@/components/ui/segmented.tsx";
import { setUrlState } from "@/lib/client/use-url-state.ts";
import { formatBytes } from "@/lib/format/format-bytes.ts";
import { formatDuration } from "@/lib/format/format-duration.ts";
import type { Call } from "@/lib/protocol/call.ts";

type Outcome = NonNullable<Call["outcome"]>;

const outcomes: Readonly<Record<Exclude<Outcome["kind"], "result">, { icon: LucideIcon; title: string; says: string; tone: string }>> = {
	"tool-error": { icon: TriangleAlert, title: "Tool error", says: "the tool ran and said no", tone: "text-warn" },
	"protocol-error": { icon: CircleX, title: "Protocol error", says: "the call was refused", tone: "text-error" },
	cancelled: { icon: Ban, title: "Cancelled", says: "the server was told to stop", tone: "text-text-2" },
	timeout: { icon: Clock, title: "Timed out", says: "no answer came in time", tone: "text-error" },
	lost: { icon: Unplug, title: "Lost", says: "the server ended before it answered", tone: "text-error" },
	"not-sent": { icon: CircleX, title: "Not sent", says: "nothing reached the server", tone: "text-error" },
};

export type ResultView<Id extends string> = { readonly id: Id; readonly label: string };

export type ResultHeadProps<Id extends string> = {
	call: Call;
	/** what there is to say of a result beside its time and size */
	words: ReactNode;
	/** ways to look at the result; none while there is no result */
	views: readonly ResultView<Id>[];
	view: Id;
	onView: (view: Id) => void;
	/** buttons at the end */
	actions?: ReactNode;
};

/** How a call ended, in one line. */
export function ResultHead<Id extends string>({ call, words, views, view, onView, actions }: ResultHeadProps<Id>) {
	const { outcome } = call;
	if (!outcome) return null;
	const failed = outcome.kind === "result" ? undefined : outcomes[outcome.kind];
	return (
		<div className="flex h-[30px] flex-none items-center gap-2.5 border-b border-line-1 bg-surface-2 pr-3 pl-4 whitespace-nowrap">
			<div role="status" className="flex min-w-0 items-center gap-2.5">
				{failed ? (
					<>
						<span className={cx("flex items-center gap-[5px] font-strong", failed.tone)}>
							<Icon of={failed.icon} />
							{failed.title}
						</span>
						{outcome.code !== undefined && <span className="font-mono text-11">{String(outcome.code).replace("-", "−")}</span>}
						<span className="cut text-text-3">{failed.says}</span>
					</>
				) : (
					<span className="font-strong">Result</span>
				)}
				{words}
				<span className="text-text-3 tabular-nums">{formatDuration(outcome.durationMs)}</span>
				{outcome.bytes > 0 && <span className="text-text-3 tabular-nums @max-[560px]:hidden">{formatBytes(outcome.bytes)}</span>}
			</div>
			<span className="flex-1" />
			{views.length > 0 && <Segmented label="Show" size="sm" options={views} value={view} onChange={onView} className="@max-[480px]:hidden" />}
			{call.seq > 0 && (
				<button type="button" className="link flex-none tabular-nums" onClick={() => setUrlState({ seq: call.seq })}>
					{outcome.answerSeq > 0 ? `Show frames ${call.seq}–${outcome.answerSeq}` : `Show frame ${call.seq}`}
				</button>
			)}
			{actions}
		</div>
	);
}
