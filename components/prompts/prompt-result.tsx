"use client";
import { useState } from "react";
import { ResultFaults } from "@/components/explorer/result-faults.tsx";
import { type CommonView, ResultRegion } from "@/components/explorer/result-region.tsx";
import { ScrollPane } from "@/components/explorer/scroll-pane.tsx";
import type { Run } from "@/components/explorer/use-run.ts";
import { useAnswer } from "@/lib/client/use-answer.ts";
import type { Call } from "@/lib/protocol/call.ts";
import type { Session } from "@/lib/protocol/session.ts";
import { PromptMessageView } from "./prompt-message.tsx";

/** Messages that are shown at once. */
const SHOWN = 200;

/** What came of getting a prompt. */
export function PromptResult({ session, call, run }: { session: Session; call: Call; run: Run }) {
	const { answer, problem } = useAnswer("prompts/get", call.outcome?.answerSeq ?? 0, call.outcome?.bytes ?? 0);
	const [view, setView] = useState<"messages" | CommonView>("messages");
	const result = answer?.kind === "result" ? answer.result : undefined;
	return (
		<ResultRegion<"messages">
			session={session}
			call={call}
			run={run}
			verb="Get prompt"
			answer={answer}
			problem={problem}
			words={
				result?.description && (
					<span className="cut text-text-2" title={result.description}>
						{result.description}
					</span>
				)
			}
			views={[{ id: "messages", label: `Messages ${result?.messages.length ?? 0}` }]}
			view={view}
			onView={setView}
		>
			{result && (
				<ScrollPane label="Messages of the prompt" className="flex min-h-0 flex-1 flex-col gap-3 px-4 py-2.5">
					<ResultFaults faults={result.faults} />
					{result.messages.slice(0, SHOWN).map((message) => (
						<PromptMessageView key={message.index} message={message} />
					))}
					{result.messages.length > SHOWN && <p className="text-11 text-text-3">{result.messages.length - SHOWN} more messages: see Raw.</p>}
					{result.messages.length === 0 && result.faults.length === 0 && <p className="text-text-3">The prompt has no messages.</p>}
				</ScrollPane>
			)}
		</ResultRegion>
	);
}
