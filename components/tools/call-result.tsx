"use client";
import { useMemo, useState } from "react";
import { useAnswer } from "@/lib/client/use-answer.ts";
import { useVerdict } from "@/lib/client/use-verdict.ts";
import { compactJson } from "@/lib/mcp/format-json.ts";
import type { Tool } from "@/lib/mcp/read-tool.ts";
import type { Call } from "@/lib/protocol/call.ts";
import type { ProblemData } from "@/lib/protocol/problem.ts";
import type { Session } from "@/lib/protocol/session.ts";
import { ResultBody } from "./result-body.tsx";
import { ResultHead, type ResultView } from "./result-head.tsx";
import { RunningCall } from "./running-call.tsx";

export type CallResultProps = { session: Session; tool: Tool; call: Call; onCancel: () => void; cancelProblem: ProblemData | undefined };

/** What came of one call: its progress while it runs, then its outcome, read from the capture. */
export function CallResult({ session, tool, call, onCancel, cancelProblem }: CallResultProps) {
	const { answer, problem } = useAnswer(call.outcome?.answerSeq ?? 0, call.outcome?.bytes ?? 0);
	const [chosen, setView] = useState<ResultView>();
	const outputSchema = useMemo(() => tool.outputSchema && compactJson(tool.outputSchema), [tool.outputSchema]);
	const structured = answer?.kind === "result" ? answer.structured : undefined;
	const verdict = useVerdict(structured === undefined ? undefined : outputSchema, structured, 0);
	const view = chosen ?? (structured === undefined ? "content" : "structured");
	return (
		<section aria-label="Result" data-pane="result" className="@container flex min-h-0 flex-1 flex-col bg-surface-1">
			{call.outcome ? (
				<>
					<ResultHead call={call} answer={answer} verdict={verdict} declares={outputSchema !== undefined} view={view} onView={setView} />
					<ResultBody session={session} call={call} answer={answer} problem={problem} verdict={verdict} view={view} />
				</>
			) : (
				<RunningCall call={call} timeoutMs={session.target.timeoutMs} onCancel={onCancel} problem={cancelProblem} />
			)}
		</section>
	);
}
