import { accessSync, constants, statSync } from "node:fs";
import { resolve } from "node:path";
import { Problem } from "../../lib/protocol/problem.ts";

/** The absolute working directory of a target. Throws `cwd-missing`, `cwd-not-a-directory` or `cwd-not-permitted`. */
export function requireCwd(wanted: string | undefined, ours: string): string {
	const cwd = resolve(ours, wanted ?? ".");
	const details = { cwd };
	let isDirectory = false;
	try {
		isDirectory = statSync(cwd).isDirectory();
	} catch (cause) {
		if (isDenied(cause))
			throw new Problem("cwd-not-permitted", `The working directory ${cwd} may not be looked into.`, {
				hint: "Ask for permission on it, or choose another with --cwd DIR.",
				details,
				cause,
			});
		throw new Problem("cwd-missing", `The working directory ${cwd} does not exist.`, { hint: "Make it, or choose another with --cwd DIR.", details, cause });
	}
	if (!isDirectory)
		throw new Problem("cwd-not-a-directory", `The working directory ${cwd} is a file, not a directory.`, {
			hint: "Choose a directory with --cwd DIR.",
			details,
		});
	try {
		accessSync(cwd, constants.X_OK);
	} catch (cause) {
		throw new Problem("cwd-not-permitted", `The working directory ${cwd} may not be entered: permission denied.`, {
			hint: "Ask for permission on it, or choose another with --cwd DIR.",
			details,
			cause,
		});
	}
	return cwd;
}

const isDenied = (error: unknown): boolean => error instanceof Error && "code" in error && (error.code === "EACCES" || error.code === "EPERM");
