import { accessSync, constants, type Stats, statSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";

export type Found = { path: string } | { notExecutable: string } | { folder: string } | { searched: string[] };

/**
 * Looks a program up as the system would: a name with a slash is a path from `cwd`, any other is searched in `PATH`. A file that is
 * there without the right to run it is told apart from none, and so is a folder that is named by its path.
 */
export function findProgram(name: string, env: Readonly<Record<string, string | undefined>>, cwd: string): Found {
	const isPath = name.includes("/") || (process.platform === "win32" && name.includes("\\"));
	const folders = isPath ? [] : (env.PATH ?? env.Path ?? "").split(delimiter).filter((folder) => folder !== "");
	const endings = process.platform === "win32" ? ["", ...(env.PATHEXT ?? ".EXE;.CMD;.BAT").split(";")] : [""];
	let notExecutable: string | undefined;
	for (const base of isPath ? [resolve(cwd, name)] : folders.map((folder) => join(resolve(cwd, folder), name))) {
		for (const ending of endings) {
			const path = base + ending;
			if (!isFile(path)) continue;
			if (mayRun(path)) return { path };
			notExecutable ??= path;
		}
	}
	if (notExecutable !== undefined) return { notExecutable };
	const folder = resolve(cwd, name);
	return isPath && isFolder(folder) ? { folder } : { searched: folders };
}

/** The path of a program, or undefined. */
export function whereIs(name: string, env: Readonly<Record<string, string | undefined>>, cwd: string): string | undefined {
	const found = findProgram(name, env, cwd);
	return "path" in found ? found.path : undefined;
}

export const isFile = (path: string): boolean => look(path)?.isFile() ?? false;
const isFolder = (path: string): boolean => look(path)?.isDirectory() ?? false;

/** What cannot be looked at (below a file, a circle of links, no permission) is as good as not there. */
function look(path: string): Stats | undefined {
	try {
		return statSync(path);
	} catch {
		return undefined;
	}
}

function mayRun(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
