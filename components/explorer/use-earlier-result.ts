import { useAnswer } from "@/lib/client/use-answer.ts";
import { useCalls } from "@/lib/client/use-calls.ts";
import type { AnswerMethod } from "@/lib/mcp/read-answer.ts";
import type { Call } from "@/lib/protocol/call.ts";
import type { Session } from "@/lib/protocol/session.ts";

/** The result of the same pinned call before this one, as JSON text, and its run. */
export function useEarlierResult(session: Session, call: Call): { run: number; json: string } | undefined {
	const callIds = session.pinned?.callIds ?? [];
	const place = callIds.indexOf(call.callId);
	const earlier = useCalls(session.id).find(({ callId }) => place > 0 && callId === callIds[place - 1]);
	const { answer } = useAnswer(call.method as AnswerMethod, earlier?.outcome?.answerSeq ?? 0, earlier?.outcome?.bytes ?? 0);
	if (!earlier || !answer) return undefined;
	return { run: earlier.run, json: answer.kind === "result" ? answer.json : answer.kind === "error" ? answer.error : answer.reason };
}
