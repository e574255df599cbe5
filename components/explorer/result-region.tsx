"use client";
import type { ReactNode } from "react";
import { DiffView } from "@/components/data/diff-view.tsx";
import { JsonView } from "@/components/data/json-view.tsx";
import { cx } from "@/components/ui/class-names.ts";
import { formatDuration } from "@/lib/format/format-duration.ts";
import type { Answer } from "@/lib/mcp/read-answer.ts";
import type { Call } from "@/lib/protocol/call.ts";
import type { Session } from "@/lib/protocol/session.ts";
import { PinButton } from "./pin-button.tsx";
import { ResultHead, type ResultView } from "./result-head.tsx";
import { RunningCall } from "./running-call.tsx";
import { ScrollPane } from "./scroll-pane.tsx";
import { useEarlierResult } from "./use-earlier-result.ts";
import type { Run } from "./use-run.ts";

/** Ways to look that every result has, or may have. */
export type CommonView = "raw" | "diff";

export type ResultRegionProps<Id extends string> = {
	session: Session;
	call: Call;
	run: Run;
	/** the button that sends the same again */
	verb: string;
	answer: Answer | undefined;
	/** why the answer could not be read from the bridge */
	problem: string | undefined;
	words?: ReactNode;
	/** ways to look at the result; "Raw" is added, and "Diff" where there is an earlier result to compare with */
	views: readonly ResultView<Id>[];
	view: Id | CommonView;
	onView: (view: Id | CommonView) => void;
	/** the result in the chosen view */
	children: ReactNode;
};

/** What came of one call: its progress while it runs, then its outcome, read from the capture. */
export function ResultRegion<Id extends string>({ session, call, run, verb, answer, problem, words, views, view, onView, children }: ResultRegionProps<Id>) {
	const earlier = useEarlierResult(session, call);
	const now = answer?.kind === "result" ? answer.json : answer?.kind === "error" ? answer.error : undefined;
	const canCompare = earlier !== undefined && now !== undefined;
	const all: readonly ResultView<Id | CommonView>[] = [
		...(answer?.kind === "result" ? [...views, { id: "raw", label: "Raw" } as const] : []),
		...(canCompare ? [{ id: "diff", label: "Diff" } as const] : []),
	];
	return (
		<section aria-label="Result" data-pane="result" className="@container flex min-h-0 flex-1 flex-col bg-surface-1">
			{call.outcome ? (
				<>
					<ResultHead
						call={call}
						words={
							<>
								{words}
								{canCompare && (
									<span className={cx("cut", earlier.json === now ? "text-text-3" : "text-warn")}>
										{earlier.json === now ? `the same as in run ${earlier.run}` : `differs from run ${earlier.run}`}
									</span>
								)}
							</>
						}
						views={all}
						view={view}
						onView={onView}
						actions={<PinButton session={session} call={call} />}
					/>
					<Outcome session={session} call={call} verb={verb} answer={answer} problem={problem}>
						{view === "diff" && canCompare ? (
							<DiffView before={earlier.json} after={now} label={`The result against that of run ${earlier.run}`} className="min-h-0 flex-1" />
						) : view === "raw" && answer?.kind === "result" ? (
							<JsonView text={answer.json} label="The whole result" numbered className="min-h-0 flex-1" />
						) : (
							children
						)}
					</Outcome>
				</>
			) : (
				<RunningCall call={call} timeoutMs={session.target.timeoutMs} onCancel={() => run.cancel(call.callId)} problem={run.cancelProblem} />
			)}
		</section>
	);
}

type OutcomeProps = Pick<ResultRegionProps<string>, "session" | "call" | "verb" | "answer" | "problem" | "children">;

/** What an ended call brought, or what its end means and what to do. */
function Outcome({ session, call, verb, answer, problem, children }: OutcomeProps) {
	if (problem !== undefined) return <Words>{problem}</Words>;
	if (call.outcome?.answerSeq === 0) return <Words>{meaning(call, session, verb)}</Words>;
	if (!answer) return <Words>Reading the answer…</Words>;
	if (answer.kind === "unreadable") return <Words>{answer.reason} The log shows its bytes.</Words>;
	if (answer.kind === "error")
		return (
			<ScrollPane label="The error" className="flex min-h-0 flex-1 flex-col gap-2 px-4 py-2.5">
				<p className="text-13 wrap-break-word whitespace-pre-wrap">{answer.message || "The error has no message."}</p>
				<JsonView text={answer.error} label="The error as JSON" className="max-h-80 flex-none rounded-sm border border-line-1 bg-surface-2 py-1" />
				<p className="text-text-2">No result exists{call.method === "tools/call" ? "; the model never sees this" : ""}.</p>
			</ScrollPane>
		);
	return children;
}

function meaning(call: Call, session: Session, verb: string): string {
	const said = call.outcome?.message;
	const { timeoutMs } = session.target;
	switch (call.outcome?.kind) {
		case "cancelled":
			return "You cancelled the call, and the server was told so by notifications/cancelled. If it answers all the same, the log shows the answer as late.";
		case "timeout":
			return `No answer came${timeoutMs === undefined ? "" : ` within ${formatDuration(timeoutMs)}`}, so the call was given up and the server was told to cancel. A longer --timeout waits longer.`;
		case "lost":
			return `The server ended, or was restarted, before it answered. ${call.method === "tools/call" ? "Whether the tool did its work is not known. " : ""}Once it is connected, ${verb} sends the call again.`;
		case "not-sent":
			return said ?? "The call could not be sent.";
		default:
			return said ?? "There is no answer in the capture.";
	}
}

function Words({ children }: { children: ReactNode }) {
	return <p className="scroll-thin min-h-0 flex-1 px-4 py-2.5 wrap-break-word text-text-2">{children}</p>;
}
