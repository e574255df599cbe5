import { accessSync, constants, statSync } from "node:fs";
import { resolve } from "node:path";
import { Problem } from "../../lib/protocol/problem.ts";
import { whatIsMissing } from "./what-is-missing.ts";

/** The absolute working directory of a target. Throws `cwd-missing`, `cwd-not-a-directory` or `cwd-not-accessible`. */
export function requireCwd(wanted: string | undefined, ours: string): string {
	const cwd = resolve(ours, wanted ?? ".");
	let isDirectory = false;
	try {
		isDirectory = statSync(cwd).isDirectory();
		if (isDirectory) accessSync(cwd, constants.X_OK);
	} catch (cause) {
		throw refused(cwd, cause);
	}
	if (!isDirectory)
		throw new Problem("cwd-not-a-directory", `The working directory ${cwd} is a file, not a directory.`, {
			hint: "Choose a directory with --cwd DIR.",
			details: { cwd },
		});
	return cwd;
}

function refused(cwd: string, cause: unknown): Problem {
	const code = cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
	if (code === "ENOENT" || code === "ENOTDIR") {
		const missing = whatIsMissing(cwd);
		return new Problem("cwd-missing", `The working directory ${cwd} does not exist.`, {
			hint: `${missing ? `${missing} ` : ""}Make it, or choose another with --cwd DIR.`,
			details: { cwd },
			cause,
		});
	}
	return new Problem("cwd-not-accessible", `The working directory ${cwd} cannot be entered: ${reasons[code] ?? code}.`, {
		hint:
			code === "ELOOP"
				? "Mend the links, or choose another with --cwd DIR."
				: "Ask for permission on it and on the folders above it, or choose another with --cwd DIR.",
		details: { cwd },
		cause,
	});
}

const reasons: Readonly<Record<string, string>> = {
	EACCES: "permission denied",
	EPERM: "permission denied",
	ELOOP: "its symbolic links go in a circle",
	ENAMETOOLONG: "the name is too long",
};
