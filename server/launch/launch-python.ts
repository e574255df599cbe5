import { readFileSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { Problem } from "../../lib/protocol/problem.ts";
import { isFile, whereIs } from "./find-on-path.ts";
import type { FileLaunch, LaunchLine } from "./launch-file.ts";
import { chooseStart, neededSdk } from "./python-needs.ts";
import { type PythonProject, readPythonProject } from "./python-project.ts";
import { writePythonRunner } from "./python-runner.ts";
import { type PythonScan, type PythonSdk, scanPython } from "./scan-python.ts";
import { startWithInterpreter } from "./start-with-interpreter.ts";
import { startWithUv } from "./start-with-uv.ts";

/** Everything that decides how a Python file is started, read without running any of it. */
export type PythonPlan = {
	known: FileLaunch;
	scan: PythonScan;
	project: PythonProject;
	sdk: PythonSdk | undefined;
	/** the requirement to add for the library of the file */
	sdkNeeded: string | undefined;
	/** absolute */
	withEditable: readonly string[];
	/** what follows the interpreter: the file and its arguments, or our runner before them */
	script: readonly string[];
	as: "script" | "object";
	notes: readonly string[];
};

/** Starts a Python file: with uv where it is, else with an interpreter that has what the file needs or gets it. Throws `file-unreadable`, `editable-missing` and what both ways throw. */
export async function launchPython(known: FileLaunch): Promise<LaunchLine> {
	const plan = planPython(known);
	const uv = whereIs("uv", known.env, known.cwd);
	return uv ? startWithUv(plan, uv) : startWithInterpreter(plan);
}

function planPython(known: FileLaunch): PythonPlan {
	const { path, target, context } = known;
	const scan = scanPython(readSource(path));
	const sdk = scan.sdk ?? sdkOfNeighbours(dirname(path), scan.imports);
	const project = readPythonProject(dirname(path));
	const start = chooseStart({ ...scan, sdk }, target.object);
	const script = start.as === "script" ? [path] : [writePythonRunner(context.dataDir), path, target.object ?? "-"];
	return {
		known,
		scan,
		project,
		sdk,
		sdkNeeded: neededSdk(sdk, scan.header, project, target.with),
		withEditable: target.withEditable.map((folder) => requireProjectFolder(resolve(context.cwd, folder))),
		script: [...script, ...target.args],
		as: start.as,
		notes: start.notes,
	};
}

function readSource(path: string): string {
	try {
		return readFileSync(path, "utf8");
	} catch (cause) {
		throw new Problem("file-unreadable", `${path} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`, {
			hint: "Check the rights of the file.",
			details: { file: path },
			cause,
		});
	}
}

function requireProjectFolder(folder: string): string {
	if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
		throw new Problem("editable-missing", `--with-editable ${folder}: there is no such folder.`, {
			hint: "Name the folder of a Python project, the one with its pyproject.toml.",
			details: { folder },
		});
	}
	return folder;
}

const NEIGHBOURS_LIMIT = 30;

/** A file may only import its server from one beside it: then the library is read there. */
function sdkOfNeighbours(folder: string, imports: readonly string[]): PythonSdk | undefined {
	const seen = new Set<string>();
	const waiting = [...imports];
	for (let name = waiting.shift(); name !== undefined && seen.size < NEIGHBOURS_LIMIT; name = waiting.shift()) {
		if (seen.has(name)) continue;
		seen.add(name);
		const path = [join(folder, `${name}.py`), join(folder, name, "__init__.py")].find(isFile);
		if (!path) continue;
		const scan = scanPython(readSource(path));
		if (scan.sdk) return scan.sdk;
		if (basename(path) !== "__init__.py") waiting.push(...scan.imports);
	}
	return undefined;
}
