import * as z from "zod";

/** Something that a user can act on. `message` says what was wrong and what to do; `details` are the facts behind it. */
export const ProblemData = z.object({
	code: z.string(),
	message: z.string(),
	/** a second sentence: the next step */
	hint: z.string().optional(),
	details: z.record(z.string(), z.unknown()).optional(),
});
export type ProblemData = z.infer<typeof ProblemData>;

/** Thrown where a user can act; anything else that is thrown is a bug and keeps its stack. */
export class Problem extends Error {
	readonly code: string;
	readonly hint: string | undefined;
	readonly details: Record<string, unknown> | undefined;
	/** HTTP status when a call of the API ends in it */
	readonly status: number;

	constructor(code: string, message: string, options: { hint?: string; details?: Record<string, unknown>; status?: number; cause?: unknown } = {}) {
		super(message, options.cause === undefined ? undefined : { cause: options.cause });
		this.name = "Problem";
		this.code = code;
		this.hint = options.hint;
		this.details = options.details;
		this.status = options.status ?? 400;
	}

	toData(): ProblemData {
		return { code: this.code, message: this.message, ...(this.hint && { hint: this.hint }), ...(this.details && { details: this.details }) };
	}
}
