import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { isFile } from "./find-on-path.ts";
import { findUpwards } from "./find-upwards.ts";
import { readTomlStrings } from "./read-script-header.ts";

export type PythonProject = {
	/** folder of the nearest pyproject.toml with a `[project]` table: what uv takes for a project */
	folder: string | undefined;
	/** its dependencies as written */
	dependencies: readonly string[];
	/** packages among mcp and fastmcp that the project itself decides about, in pyproject.toml or uv.lock */
	decides: readonly ("mcp" | "fastmcp")[];
};

/** What the project around a file says, read as text. */
export function readPythonProject(folder: string): PythonProject {
	const manifest = findUpwards(folder, "pyproject.toml", (path) => isFile(path) && /^\[project\]\s*$/m.test(readFileSync(path, "utf8")));
	if (!manifest) return { folder: undefined, dependencies: [], decides: [] };
	const text = readFileSync(manifest, "utf8");
	const lock = join(dirname(manifest), "uv.lock");
	return { folder: dirname(manifest), ...readDecisions(text, isFile(lock) ? readFileSync(lock, "utf8") : "") };
}

/** The texts of pyproject.toml and uv.lock (empty if absent), understood. */
export function readDecisions(pyproject: string, lock: string): Pick<PythonProject, "dependencies" | "decides"> {
	// any quoted requirement counts, so that groups and extras do
	const mentions = (name: string) =>
		new RegExp(`["']${name}\\s*(?:\\[[^\\]]*\\])?\\s*(?:[<>=!~;@ ][^"']*)?["']`).test(pyproject.replace(/^\s*#.*$/gm, "")) ||
		new RegExp(`^name = "${name}"$`, "m").test(lock);
	const table = /^\[project\]\s*$([\s\S]*?)(?=^\[[^\]\n]+\]\s*$|$(?![\s\S]))/m.exec(pyproject)?.[1] ?? "";
	return { dependencies: readTomlStrings(table, "dependencies"), decides: (["mcp", "fastmcp"] as const).filter(mentions) };
}
