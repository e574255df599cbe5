"use client";
import { Ban, Check, CircleX, Clock, type LucideIcon, TriangleAlert, Unplug } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "@/components/ui/class-names.ts";
import { Icon } from "@/components/ui/icon.tsx";
import { Segmented } from "@/components/ui/segmented.tsx";
import { setUrlState } from "@/lib/client/use-url-state.ts";
import type { Verdict } from "@/lib/client/validate-in-worker.ts";
import { formatBytes } from "@/lib/format/format-bytes.ts";
import { formatDuration } from "@/lib/format/format-duration.ts";
import type { ToolAnswer } from "@/lib/mcp/read-result.ts";
import type { Call } from "@/lib/protocol/call.ts";

export type ResultView = "structured" | "content" | "raw";
type Outcome = NonNullable<Call["outcome"]>;

const outcomes: Readonly<Record<Exclude<Outcome["kind"], "result">, { icon: LucideIcon; title: string; says: string; tone: string }>> = {
	"tool-error": { icon: TriangleAlert, title: "Tool error", says: "the tool ran and said no", tone: "text-warn" },
	"protocol-error": { icon: CircleX, title: "Protocol error", says: "the call was refused", tone: "text-error" },
	cancelled: { icon: Ban, title: "Cancelled", says: "the server was told to stop", tone: "text-text-2" },
	timeout: { icon: Clock, title: "Timed out", says: "no answer came in time", tone: "text-error" },
	lost: { icon: Unplug, title: "Lost", says: "the server ended before it answered", tone: "text-error" },
	"not-sent": { icon: CircleX, title: "Not sent", says: "nothing reached the server", tone: "text-error" },
};

export type ResultHeadProps = {
	call: Call;
	answer: ToolAnswer | undefined;
	verdict: Verdict | undefined;
	/** the tool declares an output schema */
	declares: boolean;
	view: ResultView;
	onView: (view: ResultView) => void;
};

/** How a call ended, in one line. */
export function ResultHead({ call, answer, verdict, declares, view, onView }: ResultHeadProps) {
	const { outcome } = call;
	if (!outcome) return null;
	const failed = outcome.kind === "result" ? undefined : outcomes[outcome.kind];
	const result = answer?.kind === "result" ? answer : undefined;
	const views: { id: ResultView; label: string }[] = [
		...(result?.structured === undefined ? [] : [{ id: "structured" as const, label: "Structured" }]),
		{ id: "content", label: `Content ${result?.blocks.length ?? 0}` },
		{ id: "raw", label: "Raw" },
	];
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
				{result && outcome.kind !== "tool-error" && <SchemaWord answer={result} verdict={verdict} declares={declares} />}
				<span className="text-text-3 tabular-nums">{formatDuration(outcome.durationMs)}</span>
				{outcome.bytes > 0 && <span className="text-text-3 tabular-nums @max-[560px]:hidden">{formatBytes(outcome.bytes)}</span>}
			</div>
			<span className="flex-1" />
			{result && <Segmented label="Show" size="sm" options={views} value={view} onChange={onView} className="@max-[480px]:hidden" />}
			{call.seq > 0 && (
				<button type="button" className="link flex-none tabular-nums" onClick={() => setUrlState({ seq: call.seq })}>
					{outcome.answerSeq > 0 ? `Show frames ${call.seq}–${outcome.answerSeq}` : `Show frame ${call.seq}`}
				</button>
			)}
		</div>
	);
}

function SchemaWord({ answer, verdict, declares }: { answer: Extract<ToolAnswer, { kind: "result" }>; verdict: Verdict | undefined; declares: boolean }) {
	if (!declares) return <span className="cut text-text-3">no output schema declared</span>;
	if (answer.structured === undefined)
		return (
			<Word icon={CircleX} tone="text-error">
				no structured content, though an output schema is declared
			</Word>
		);
	if (!verdict) return <span className="text-text-3">checking…</span>;
	if (verdict.state === "matches")
		return (
			<Word icon={Check} tone="text-ok">
				matches output schema
			</Word>
		);
	if (verdict.state === "differs")
		return (
			<Word icon={CircleX} tone="text-error">
				{verdict.differences.length} {verdict.differences.length === 1 ? "difference" : "differences"} from the output schema
			</Word>
		);
	return (
		<Word icon={TriangleAlert} tone="text-warn">
			{verdict.state === "timeout" ? "not judged: the output schema took longer than 1 s" : `not judged: ${verdict.reason}`}
		</Word>
	);
}

function Word({ icon, tone, children }: { icon: LucideIcon; tone: string; children: ReactNode }) {
	return (
		<span className={cx("flex min-w-0 items-center gap-[5px]", tone)}>
			<Icon of={icon} size="sm" />
			<span className="cut">{children}</span>
		</span>
	);
}
