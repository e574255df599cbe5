import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Problem } from "../../lib/protocol/problem.ts";
import type { PythonFacts } from "./probe-python.ts";
import { type RunOptions, runProcess } from "./run-process.ts";

const PROGRESS_MS = 2_000;

export type EnvRecipe = {
	base: PythonFacts;
	requirements: readonly string[];
	/** absolute paths of projects to install in place */
	editable: readonly string[];
	/** whether packages of `base` can be imported too; a script with a header of its own wants none */
	seesBase: boolean;
};

/**
 * Makes, or finds again, a virtual environment with the packages of a recipe in `<dataDir>/python/envs/<hash>`, and answers its
 * interpreter. It is built aside and renamed when complete, so that a broken or parallel build is never seen. Throws
 * `python-env-failed` with the words of pip.
 */
export async function makePythonEnv(recipe: EnvRecipe, dataDir: string, say: (text: string) => void, options: RunOptions): Promise<string> {
	const folder = join(dataDir, "python", "envs");
	const ready = join(folder, hashOf(recipe));
	const pythonIn = (env: string) => join(env, ...(process.platform === "win32" ? ["Scripts", "python.exe"] : ["bin", "python"]));
	if (existsSync(pythonIn(ready))) return pythonIn(ready);
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	const draft = `${ready}.${process.pid}.${randomBytes(4).toString("hex")}`;
	try {
		await build(recipe, draft, pythonIn(draft), say, options);
		try {
			renameSync(draft, ready);
		} catch (error) {
			// another bridge was faster with the same recipe
			if (!existsSync(pythonIn(ready))) throw error;
		}
	} finally {
		rmSync(draft, { recursive: true, force: true });
	}
	return pythonIn(ready);
}

async function build(
	{ base, requirements, editable, seesBase }: EnvRecipe,
	env: string,
	python: string,
	say: (text: string) => void,
	options: RunOptions,
): Promise<void> {
	const wanted = [...requirements, ...editable].join(" ");
	say(`no uv on PATH: making an environment with ${wanted} for ${base.executable} (Python ${base.version}); this is done once`);
	// installing with the base's own pip saves the seconds that a second copy of pip takes
	const outerPip = base.pip !== null && Number.parseInt(base.pip, 10) >= 23;
	const inVenv = base.prefix !== base.base;
	const flags = [...(outerPip ? ["--without-pip"] : []), ...(seesBase && !inVenv ? ["--system-site-packages"] : [])];
	const venv = await runProcess(base.executable, ["-m", "venv", ...flags, env], options);
	if (venv.code !== 0)
		fail(
			`make a Python environment for ${wanted}`,
			venv.stdout + venv.stderr,
			"Install uv (https://docs.astral.sh/uv), or the venv module of your Python (python3-venv on Debian).",
			wanted,
		);

	const pip = outerPip ? [base.executable, "-m", "pip", "--python", python] : [python, "-m", "pip"];
	const args = [
		"install",
		"--disable-pip-version-check",
		"--no-input",
		"--progress-bar",
		"off",
		...requirements,
		...editable.flatMap((path) => ["--editable", path]),
	];
	const [command = python, ...rest] = [...pip, ...args];
	const install = await runProcess(command, rest, { ...options, onLine: sayNowAndThen(say) });
	if (install.code !== 0) fail(`install ${wanted}`, install.stderr || install.stdout, installHint(install.stderr + install.stdout), wanted);
	// an environment cannot see those of another environment by itself; its own packages come first
	if (seesBase && inVenv) writeFileSync(join(env, sitePackages(base), "_mcp_inspect_base.pth"), `${base.packages}\n`);
}

/** pip names every package twice; a line every other second shows that it is alive. */
function sayNowAndThen(say: (text: string) => void): (line: string) => void {
	let saidAt = Date.now();
	return (line) => {
		if (!/^(?:Collecting|Downloading|Building|Installing|Obtaining)\b/.test(line.trim()) || Date.now() - saidAt < PROGRESS_MS) return;
		saidAt = Date.now();
		say(`pip: ${line.trim()}`);
	};
}

function installHint(output: string): string {
	const other = "or choose an interpreter that has the packages with --python PATH";
	if (/No module named '?pip\b/.test(output)) return `This Python has no pip. Install uv (https://docs.astral.sh/uv) or pip, ${other}.`;
	if (/Invalid requirement|not a valid (?:editable )?requirement/.test(output))
		return "Correct the name after --with: a package, with a version as in pandas>=2.";
	if (/does not appear to be a Python project/.test(output)) return "--with-editable wants the folder with the pyproject.toml or setup.py of a project.";
	const none = /from versions: none/.test(output) ? "pip found no version at all: the name is wrong, or the index was not reached. " : "";
	return `${none}Check the names and the network (pip's own settings and proxies apply), ${other}.`;
}

/** Where an environment of the same Python keeps packages, relative to its root. */
const sitePackages = (base: PythonFacts): string => base.packages.slice(base.prefix.length + 1);

function fail(what: string, output: string, hint: string, wanted: string): never {
	const lines = output.split("\n").filter((line) => line.trim() !== "");
	const words = lines.filter((line) => /^\s*(?:ERROR|error)\b/.test(line)).slice(-3);
	const said = (words.length > 0 ? words.map((line) => line.replace(/^\s*ERROR:\s*/, "")) : lines.slice(-3)).join(" ").trim();
	throw new Problem("python-env-failed", `Could not ${what}: ${said || "it ended without a word"}`, {
		hint,
		details: { wanted, output: lines.slice(-40).join("\n") },
	});
}

function hashOf({ base, requirements, editable, seesBase }: EnvRecipe): string {
	const changed = editable.map((path) => statSync(join(path, "pyproject.toml"), { throwIfNoEntry: false })?.mtimeMs ?? 0);
	const recipe = JSON.stringify([base.executable, base.version, [...requirements].sort(), editable, changed, seesBase]);
	return createHash("sha256").update(recipe).digest("hex").slice(0, 16);
}
