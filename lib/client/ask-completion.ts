import { readAnswer } from "../mcp/read-answer.ts";
import type { CompletionResult } from "../mcp/read-completion-result.ts";
import type { Call } from "../protocol/call.ts";
import { Problem } from "../protocol/problem.ts";
import { readRaw } from "./call-bridge.ts";
import { inspector } from "./inspector.ts";
import { cancelCall, sendRequest } from "./run-call.ts";

/** What is completed, as completion/complete names it. */
export type CompletionRef = { readonly type: "ref/prompt"; readonly name: string } | { readonly type: "ref/resource"; readonly uri: string };
export type CompletionQuestion = {
	readonly ref: CompletionRef;
	readonly argument: { readonly name: string; readonly value: string };
	readonly context?: { readonly arguments: Readonly<Record<string, string>> };
};

const GRACE_MS = 300;

/** Asks the server what an argument could be. Throws a `Problem` if it does not say; when `signal` ends it the request is cancelled. */
export async function askCompletion(sessionId: string, question: CompletionQuestion, signal: AbortSignal): Promise<CompletionResult> {
	const callId = await sendRequest(sessionId, "completion/complete", JSON.stringify(question));
	const outcome = await untilEnded(callId, signal);
	if (outcome.answerSeq === 0) throw new Problem("no-completion", `The server gave no suggestions: ${outcome.message ?? outcome.kind}.`);
	const { bytes } = await readRaw(outcome.answerSeq, undefined, undefined, { signal });
	const answer = readAnswer("completion/complete", new TextDecoder().decode(bytes));
	if (answer.kind === "result") return answer.result;
	throw new Problem("no-completion", answer.kind === "error" ? `The server refused: ${answer.message || answer.code}` : answer.reason);
}

function untilEnded(callId: string, signal: AbortSignal): Promise<NonNullable<Call["outcome"]>> {
	return new Promise((resolve, reject) => {
		const look = (): void => {
			const outcome = outcomeOf(callId);
			if (!outcome) return;
			end();
			resolve(outcome);
		};
		const leave = (): void => {
			end();
			setTimeout(() => {
				// most have ended by then; a server that works on what nobody waits for is told to stop
				if (!outcomeOf(callId)) cancelCall(callId).catch(() => undefined);
			}, GRACE_MS);
			reject(signal.reason);
		};
		const stop = inspector.calls.subscribe(look);
		const end = (): void => {
			stop();
			signal.removeEventListener("abort", leave);
		};
		signal.addEventListener("abort", leave);
		if (signal.aborted) leave();
		else look();
	});
}

const outcomeOf = (callId: string): Call["outcome"] => inspector.calls.get().get(callId)?.outcome;
