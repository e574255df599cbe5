/** The command line itself is wrong: one sentence that says how, exit code 2. */
export class UsageError extends Error {
	override name = "UsageError";
}
