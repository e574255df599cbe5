"use client";
import { Check, X } from "lucide-react";
import { Button } from "@/components/ui/button.tsx";
import { Dot } from "@/components/ui/dot.tsx";
import { Icon } from "@/components/ui/icon.tsx";
import { useNow } from "@/lib/client/use-now.ts";
import { setUrlState } from "@/lib/client/use-url-state.ts";
import { formatDuration } from "@/lib/format/format-duration.ts";
import type { Call } from "@/lib/protocol/call.ts";
import type { ProblemData } from "@/lib/protocol/problem.ts";

export type RunningCallProps = { call: Call; timeoutMs: number | undefined; onCancel: () => void; problem: ProblemData | undefined };

/** Steps that are shown, newest last. */
const SHOWN = 50;

const number = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });

/** A call in flight: how long, how far as the server says, and a way to stop it. */
export function RunningCall({ call, timeoutMs, onCancel, problem }: RunningCallProps) {
	const now = useNow(100);
	const elapsed = Math.max(0, now - call.startedAt);
	const last = call.progress.at(-1);
	const steps = call.progress.filter(({ message }, at) => message !== undefined && message !== call.progress[at - 1]?.message).slice(-SHOWN);
	const share = last?.total ? Math.min(1, Math.max(0, last.progress / last.total)) : undefined;
	return (
		<>
			<div className="flex h-[30px] flex-none items-center gap-2.5 border-b border-line-1 bg-surface-2 pr-3 pl-4 whitespace-nowrap">
				<span role="status" className="flex items-center gap-1.5 font-strong text-pending">
					<Dot tone="pending" pulse />
					Running
				</span>
				<span className="text-text-3 tabular-nums">{formatElapsed(elapsed)}</span>
				<span className="flex-1" />
				{call.seq > 0 && (
					<button type="button" className="link tabular-nums" onClick={() => setUrlState({ seq: call.seq })}>
						Show frame {call.seq}
					</button>
				)}
			</div>
			<div className="flex min-h-0 flex-1 flex-col px-4 py-2">
				{last && (
					<div className="flex-none">
						<div className="flex h-5 items-center gap-2">
							<span className="cut flex-1">{last.message ?? "Progress"}</span>
							<span className="text-text-2 tabular-nums">
								{last.total === undefined ? number.format(last.progress) : `${number.format(last.progress)} of ${number.format(last.total)}`}
							</span>
						</div>
						<div
							role="progressbar"
							aria-label={`Progress of ${call.subject}`}
							aria-valuemin={0}
							aria-valuemax={last.total ?? undefined}
							aria-valuenow={share === undefined ? undefined : last.progress}
							aria-valuetext={last.message}
							className="mt-1 h-1 overflow-hidden rounded-full bg-surface-3"
						>
							<div
								className="h-full rounded-full bg-pending"
								style={{ width: share === undefined ? "100%" : `${share * 100}%`, opacity: share === undefined ? 0.4 : 1 }}
							/>
						</div>
					</div>
				)}
				<ol className="scroll-thin flex min-h-0 flex-1 flex-col-reverse text-11">
					{steps.toReversed().map((step, at) => (
						<li key={step.seq} className="grid h-6 flex-none first:mb-auto grid-cols-[72px_14px_minmax(0,1fr)] items-center gap-2">
							<span className="text-text-3 tabular-nums">+{formatDuration(Math.max(0, step.at - call.startedAt))}</span>
							{at === 0 ? <Dot tone="pending" className="ml-[3px]" /> : <Icon of={Check} size="sm" className="text-ok" />}
							<span className="cut">{step.message}</span>
						</li>
					))}
				</ol>
				<div className="flex flex-none items-center gap-2 pt-1">
					<Button icon={X} kbd="mod+." onClick={onCancel}>
						Cancel
					</Button>
					<span className="cut text-11 text-text-3">
						{problem?.message ??
							`Sends notifications/cancelled.${timeoutMs === undefined ? "" : ` Times out in ${Math.max(0, Math.ceil((timeoutMs - elapsed) / 1000))} s.`}`}
					</span>
				</div>
			</div>
		</>
	);
}

/** Tenths of a second, so that a running clock does not change its form as it goes. */
const formatElapsed = (ms: number): string => (ms < 59_950 ? `${(ms / 1000).toFixed(1)} s` : formatDuration(ms));
