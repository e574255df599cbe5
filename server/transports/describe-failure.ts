/** The code beneath fetch's "fetch failed". */
export function describeFailure(error: unknown): string {
	for (let cause: unknown = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth += 1) {
		const { code } = cause as NodeJS.ErrnoException;
		if (typeof code === "string") return code;
		if (cause.name === "AbortError") return "aborted";
		if (cause.cause === undefined) return cause.message;
	}
	return String(error);
}
