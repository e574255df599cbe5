"use client";
import type { ReactNode } from "react";
import { ContentBlocks } from "@/components/data/content-blocks.tsx";
import { JsonView } from "@/components/data/json-view.tsx";
import type { Verdict } from "@/lib/client/validate-in-worker.ts";
import { formatDuration } from "@/lib/format/format-duration.ts";
import type { ToolAnswer } from "@/lib/mcp/read-result.ts";
import type { Call } from "@/lib/protocol/call.ts";
import type { Session } from "@/lib/protocol/session.ts";
import type { ResultView } from "./result-head.tsx";
import { ScrollPane } from "./scroll-pane.tsx";

export type ResultBodyProps = {
	session: Session;
	call: Call;
	answer: ToolAnswer | undefined;
	problem: string | undefined;
	verdict: Verdict | undefined;
	view: ResultView;
};

/** What an ended call brought, or what its end means and what to do. */
export function ResultBody({ session, call, answer, problem, verdict, view }: ResultBodyProps) {
	const { outcome } = call;
	if (!outcome) return null;
	if (problem !== undefined) return <Words>{problem}</Words>;
	if (outcome.answerSeq === 0) return <Words>{meaning(call, session)}</Words>;
	if (!answer) return <Words>Reading the answer…</Words>;
	if (answer.kind === "unreadable") return <Words>{answer.reason} The log shows its bytes.</Words>;
	if (answer.kind === "error")
		return (
			<ScrollPane label="The error" className="flex min-h-0 flex-1 flex-col gap-2 px-4 py-2.5">
				<p className="text-13 wrap-break-word whitespace-pre-wrap">{answer.message || "The error has no message."}</p>
				<JsonView text={answer.error} label="The error as JSON" className="max-h-80 flex-none rounded-sm border border-line-1 bg-surface-2 py-1" />
				<p className="text-text-2">No result exists; the model never sees this.</p>
			</ScrollPane>
		);
	if (view === "raw") return <JsonView text={answer.result} label="The whole result" numbered className="min-h-0 flex-1" />;
	const content = (
		<>
			{answer.faults.length > 0 && <p className="pb-2 text-error">The result is not what the specification asks for: {answer.faults.join("; ")}.</p>}
			<ContentBlocks blocks={answer.blocks} />
			{answer.isError && <p className="pt-2 text-text-2">A valid answer. A model sees this text and may try again.</p>}
		</>
	);
	if (view === "structured" && answer.structured !== undefined)
		return (
			<div className="grid min-h-0 flex-1 grid-cols-1 @min-[640px]:grid-cols-[minmax(0,1.15fr)_minmax(0,1fr)]">
				<Structured text={answer.structured} verdict={verdict} />
				<ScrollPane label="Content" className="hidden border-l border-line-1 px-3 py-2 @min-[640px]:block">
					{content}
				</ScrollPane>
			</div>
		);
	return (
		<ScrollPane label="Content" className="min-h-0 flex-1 px-4 py-2.5">
			{content}
		</ScrollPane>
	);
}

function Structured({ text, verdict }: { text: string; verdict: Verdict | undefined }) {
	const differences = verdict?.state === "differs" ? verdict.differences : [];
	return (
		<div className="flex min-h-0 min-w-0 flex-col">
			<JsonView
				text={text}
				label="Structured content"
				marks={differences.map(({ pointer, message }) => ({ pointer, message }))}
				numbered={differences.length > 0}
				className="min-h-0 flex-1 py-1"
			/>
			{differences.length > 0 && <p className="flex-none border-t border-line-1 px-4 py-1.5 text-11 text-text-2">A strict client drops this result.</p>}
		</div>
	);
}

function meaning(call: Call, session: Session): ReactNode {
	const said = call.outcome?.message;
	const { timeoutMs } = session.target;
	switch (call.outcome?.kind) {
		case "cancelled":
			return "You cancelled the call, and the server was told so by notifications/cancelled. If it answers all the same, the log shows the answer as late.";
		case "timeout":
			return `No answer came${timeoutMs === undefined ? "" : ` within ${formatDuration(timeoutMs)}`}, so the call was given up and the server was told to cancel. A longer --timeout waits longer.`;
		case "lost":
			return "The server ended, or was restarted, before it answered. Whether the tool did its work is not known. Once it is connected, Run sends the call again.";
		case "not-sent":
			return said ?? "The call could not be sent.";
		default:
			return said ?? "There is no answer in the capture.";
	}
}

function Words({ children }: { children: ReactNode }) {
	return <p className="scroll-thin min-h-0 flex-1 px-4 py-2.5 wrap-break-word text-text-2">{children}</p>;
}
