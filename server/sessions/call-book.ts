import { randomUUID } from "node:crypto";
import type { Call } from "../../lib/protocol/call.ts";
import { now } from "../capture/clock.ts";
import { isObject } from "../capture/read-frame.ts";
import type { Tracked } from "./recorder.ts";

const KEPT_CALLS = 500;
const KEPT_PROGRESS = 200;

export type OpenCall = {
	call: Call /** as it was typed */;
	params: string;
	tracked: Tracked /** why it is being ended by us */;
	ending: "cancelled" | "timeout" | undefined;
	stop: AbortController;
};

/** The calls that users made in one session: those in flight, and the last 500 with their outcome. */
export class CallBook {
	readonly #calls = new Map<string, OpenCall>();

	constructor(readonly changed: (call: Call) => void) {}

	get all(): Iterable<OpenCall> {
		return this.#calls.values();
	}

	find(callId: string): OpenCall | undefined {
		return this.#calls.get(callId);
	}

	/** A call that is about to be sent. `onSent` hears its seq. */
	open(facts: { sessionId: string; run: number; method: string; subject: string }, params: string, onSent: (seq: number) => void): OpenCall {
		const call: Call = { callId: randomUUID(), ...facts, seq: 0, startedAt: now(), progress: [] };
		const open: OpenCall = { call, params, ending: undefined, stop: new AbortController(), tracked: this.#track(() => open, onSent) };
		this.#calls.set(call.callId, open);
		this.#forgetOld();
		return open;
	}

	/** Ends a call without an answer. */
	settle(open: OpenCall, kind: NonNullable<Call["outcome"]>["kind"], message?: string): void {
		if (open.call.outcome) return;
		open.call.outcome = { kind, answerSeq: 0, durationMs: now() - open.call.startedAt, bytes: 0, ...(message !== undefined && { message }) };
		this.changed(open.call);
	}

	#track(get: () => OpenCall, onSent: (seq: number) => void): Tracked {
		return {
			sent: (seq, at) => {
				const { call } = get();
				call.seq = seq;
				call.startedAt = at;
				this.changed(call);
				onSent(seq);
			},
			progressed: (seq, at, message) => {
				const { call } = get();
				const params = isObject(message.params) ? message.params : {};
				const { progress, total, message: text } = params;
				call.progress.push({
					seq,
					at,
					progress: typeof progress === "number" ? progress : 0,
					...(typeof total === "number" && { total }),
					...(typeof text === "string" && { message: text.slice(0, 500) }),
				});
				if (call.progress.length > KEPT_PROGRESS) call.progress.splice(0, call.progress.length - KEPT_PROGRESS);
				this.changed(call);
			},
			answered: (answer) => {
				const open = get();
				const { call } = open;
				if (call.outcome) return;
				const error = answer.hasError && isObject(answer.message?.error) ? answer.message.error : undefined;
				call.outcome = {
					kind: answer.hasError ? "protocol-error" : answer.status === "tool-error" ? "tool-error" : "result",
					answerSeq: answer.seq,
					durationMs: answer.at - call.startedAt,
					bytes: answer.bytes,
					...(typeof error?.code === "number" && { code: error.code }),
					...(typeof error?.message === "string" && { message: error.message.slice(0, 2_000) }),
				};
				this.changed(call);
			},
			lost: () => this.settle(get(), "lost"),
		};
	}

	#forgetOld(): void {
		for (const [callId, open] of this.#calls) {
			if (this.#calls.size <= KEPT_CALLS) return;
			if (open.call.outcome) this.#calls.delete(callId);
		}
	}
}
