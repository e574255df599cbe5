"use client";
import { useState } from "react";
import { ContentBlocks, ContentBlockView } from "@/components/data/content-blocks.tsx";
import { ResultFaults } from "@/components/explorer/result-faults.tsx";
import { type CommonView, ResultRegion } from "@/components/explorer/result-region.tsx";
import { ScrollPane } from "@/components/explorer/scroll-pane.tsx";
import type { Run } from "@/components/explorer/use-run.ts";
import { useAnswer } from "@/lib/client/use-answer.ts";
import { formatDuration } from "@/lib/format/format-duration.ts";
import type { ResourceResult as Result } from "@/lib/mcp/read-resource-result.ts";
import type { Call } from "@/lib/protocol/call.ts";
import type { Session } from "@/lib/protocol/session.ts";

export type ResourceResultProps = {
	session: Session;
	call: Call;
	run: Run;
	/** the URI that Read would read now; what was read may be another one */
	uri: string | undefined;
};

/** What came of reading a resource. */
export function ResourceResult({ session, call, run, uri }: ResourceResultProps) {
	const { answer, problem } = useAnswer("resources/read", call.outcome?.answerSeq ?? 0, call.outcome?.bytes ?? 0);
	const [view, setView] = useState<"content" | CommonView>("content");
	const result = answer?.kind === "result" ? answer.result : undefined;
	return (
		<ResultRegion<"content">
			session={session}
			call={call}
			run={run}
			verb="Read"
			answer={answer}
			problem={problem}
			words={
				<>
					{call.subject !== uri && (
						<span className="cut font-mono text-11 text-text-2" title={call.subject}>
							of {call.subject}
						</span>
					)}
					{result && <Caching result={result} />}
				</>
			}
			views={[{ id: "content", label: `Content ${result?.blocks.length ?? 0}` }]}
			view={view}
			onView={setView}
		>
			{result && <Contents result={result} />}
		</ResultRegion>
	);
}

function Contents({ result }: { result: Result }) {
	const [only] = result.blocks;
	if (only && result.blocks.length === 1 && result.faults.length === 0 && only.type !== "unknown")
		return <ContentBlockView block={only} fill embedded={false} />;
	return (
		<ScrollPane label="Content" className="min-h-0 flex-1 px-4 py-2.5">
			<ResultFaults faults={result.faults} />
			<ContentBlocks blocks={result.blocks} embedded={false} />
		</ScrollPane>
	);
}

/** How long the server lets a client keep the answer; the inspector always asks anew. */
function Caching({ result: { ttlMs, cacheScope } }: { result: Result }) {
	if (ttlMs === undefined) return null;
	const life = ttlMs > 0 ? `fresh for ${formatDuration(ttlMs)}` : "not to be kept";
	return (
		<span className="flex-none text-text-3" title="ttlMs and cacheScope of the result; mcp-inspect asks anew each time">
			{[life, ttlMs > 0 && cacheScope].filter(Boolean).join(", ")}
		</span>
	);
}
