import * as z from "zod";

/** How a call ended. Only `result` and `tool-error` have a result; each but `not-sent`, `cancelled`, `lost` and `timeout` has an answer in the capture. */
export const callOutcomes = ["result", "tool-error", "protocol-error", "cancelled", "timeout", "lost", "not-sent"] as const;

export const CallProgress = z.object({
	seq: z.number().int(),
	at: z.number(),
	progress: z.number(),
	total: z.number().optional(),
	message: z.string().optional(),
});
export type CallProgress = z.infer<typeof CallProgress>;

/** A request that a user sent, and what came of it. Bodies stay in the capture: `seq` and `answerSeq` say where. */
export const Call = z.object({
	callId: z.string(),
	sessionId: z.string(),
	run: z.number().int(),
	method: z.string(),
	/** the tool's, prompt's or resource's name */
	subject: z.string(),
	seq: z.number().int(),
	startedAt: z.number(),
	progress: z.array(CallProgress),
	outcome: z
		.object({
			kind: z.enum(callOutcomes),
			answerSeq: z.number().int(),
			durationMs: z.number(),
			bytes: z.number().int(),
			code: z.number().optional(),
			message: z.string().optional(),
		})
		.optional(),
});
export type Call = z.infer<typeof Call>;
