import { readdirSync, realpathSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { isSourceFile } from "../../lib/mcp/split-file-spec.ts";
import { Problem } from "../../lib/protocol/problem.ts";
import { whatIsMissing } from "./what-is-missing.ts";

const SUGGESTIONS = 6;

/** The absolute path of a file or a folder that a target names, `~/` understood. Throws `file-missing` or `file-not-permitted`. */
export function requirePath(path: string, cwd: string): { path: string; isFolder: boolean } {
	const absolute = path === "~" || path.startsWith("~/") ? join(homedir(), path.slice(1)) : resolve(cwd, path);
	try {
		const stat = statSync(absolute);
		if (!stat.isFile() && !stat.isDirectory()) {
			throw new Problem("not-a-file", `${absolute} is neither a file nor a folder.`, {
				hint: "Name the source file of a server.",
				details: { file: absolute },
			});
		}
		return { path: absolute, isFolder: stat.isDirectory() };
	} catch (cause) {
		if (cause instanceof Problem) throw cause;
		const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
		if (code !== "ENOENT" && code !== "ENOTDIR") {
			throw new Problem("file-not-permitted", `${absolute} cannot be read: ${code === "EACCES" ? "permission denied" : code}.`, {
				hint: code === "ELOOP" ? "Its symbolic links go in a circle; mend them." : "Check the rights of the file and of the folders above it.",
				details: { file: absolute },
				cause,
			});
		}
		throw new Problem("file-missing", `There is no file ${absolute}.`, { hint: suggest(absolute), details: { file: absolute }, cause });
	}
}

/** As `requirePath`, and throws `not-a-file` for a folder. */
export function requireFile(path: string, cwd: string): string {
	const found = requirePath(path, cwd);
	if (found.isFolder)
		throw new Problem("not-a-file", `${found.path} is a folder, not a file.`, { hint: suggest(join(found.path, "server.py")), details: { file: found.path } });
	return found.path;
}

function suggest(missing: string): string {
	const away = whatIsMissing(missing);
	if (away) return `${away} A relative path starts where mcp-inspect was called.`;
	return sourcesIn(dirname(missing)) ?? `${dirname(missing)} has no source file; check the path.`;
}

/** The source files of a folder in a sentence; undefined if there is none. */
export function sourcesIn(folder: string): string | undefined {
	try {
		const near = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (isSourceFile(entry.name) && !entry.isDirectory() ? [entry.name] : []));
		const more = near.length > SUGGESTIONS ? ` and ${near.length - SUGGESTIONS} more` : "";
		return near.length > 0 ? `${realpathSync(folder)} has ${near.slice(0, SUGGESTIONS).join(", ")}${more}.` : undefined;
	} catch {
		return undefined;
	}
}
