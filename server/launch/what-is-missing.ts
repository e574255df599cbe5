import { type Stats, statSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Why there is nothing at an absolute path: the first folder on the way that is not there, or that is a file. Undefined where only the
 * last part is missing, and where the way cannot be looked at.
 */
export function whatIsMissing(path: string): string | undefined {
	const folder = dirname(path);
	if (folder === path) return undefined;
	const found = look(folder);
	if (found === "unknown" || (found !== "missing" && found.isDirectory())) return undefined;
	return whatIsMissing(folder) ?? (found === "missing" ? `There is no folder ${folder}.` : `${folder} is a file, not a folder.`);
}

function look(path: string): Stats | "missing" | "unknown" {
	try {
		return statSync(path);
	} catch (error) {
		return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR") ? "missing" : "unknown";
	}
}
