"use client";
import { useMemo, useState } from "react";
import { ContentBlocks } from "@/components/data/content-blocks.tsx";
import { JsonView } from "@/components/data/json-view.tsx";
import { ResultFaults } from "@/components/explorer/result-faults.tsx";
import { type CommonView, ResultRegion } from "@/components/explorer/result-region.tsx";
import { ScrollPane } from "@/components/explorer/scroll-pane.tsx";
import type { Run } from "@/components/explorer/use-run.ts";
import { useAnswer } from "@/lib/client/use-answer.ts";
import { useVerdict } from "@/lib/client/use-verdict.ts";
import type { Verdict } from "@/lib/client/validate-in-worker.ts";
import { compactJson } from "@/lib/mcp/format-json.ts";
import type { Tool } from "@/lib/mcp/read-tool.ts";
import type { ToolResult as Result } from "@/lib/mcp/read-tool-result.ts";
import type { Call } from "@/lib/protocol/call.ts";
import type { Session } from "@/lib/protocol/session.ts";
import { SchemaWord } from "./schema-word.tsx";

export type ToolResultProps = { session: Session; tool: Tool; call: Call; run: Run };

type View = "structured" | "content";

/** What came of one call of a tool. Structured content is judged by the output schema. */
export function ToolResult({ session, tool, call, run }: ToolResultProps) {
	const { answer, problem } = useAnswer("tools/call", call.outcome?.answerSeq ?? 0, call.outcome?.bytes ?? 0);
	const [chosen, setView] = useState<View | CommonView>();
	const outputSchema = useMemo(() => tool.outputSchema && compactJson(tool.outputSchema), [tool.outputSchema]);
	const result = answer?.kind === "result" ? answer.result : undefined;
	const verdict = useVerdict(result?.structured === undefined ? undefined : outputSchema, result?.structured, 0);
	const view = chosen ?? (result?.structured === undefined ? "content" : "structured");
	return (
		<ResultRegion<View>
			session={session}
			call={call}
			run={run}
			verb="Run"
			answer={answer}
			problem={problem}
			words={result && call.outcome?.kind !== "tool-error" && <SchemaWord result={result} verdict={verdict} declares={outputSchema !== undefined} />}
			views={[
				...(result?.structured === undefined ? [] : [{ id: "structured" as const, label: "Structured" }]),
				{ id: "content", label: `Content ${result?.blocks.length ?? 0}` },
			]}
			view={view}
			onView={setView}
		>
			{result && <ToolContent result={result} verdict={verdict} isStructured={view === "structured"} />}
		</ResultRegion>
	);
}

function ToolContent({ result, verdict, isStructured }: { result: Result; verdict: Verdict | undefined; isStructured: boolean }) {
	const content = (
		<>
			<ResultFaults faults={result.faults} />
			<ContentBlocks blocks={result.blocks} />
			{result.isError && <p className="pt-2 text-text-2">A valid answer. A model sees this text and may try again.</p>}
		</>
	);
	if (isStructured && result.structured !== undefined)
		return (
			<div className="grid min-h-0 flex-1 grid-cols-1 @min-[640px]:grid-cols-[minmax(0,1.15fr)_minmax(0,1fr)]">
				<Structured text={result.structured} verdict={verdict} />
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
