import { join, resolve } from "node:path";
import { Problem } from "../../lib/protocol/problem.ts";
import type { LaunchLine } from "./launch-file.ts";
import type { PythonPlan } from "./launch-python.ts";
import { nearestVenv } from "./nearest-venv.ts";
import { keepFacts, type PythonFacts, questionArgs, readFacts } from "./probe-python.ts";
import { describeSdk } from "./python-needs.ts";
import { type RunOptions, runProcess } from "./run-process.ts";

const SILENT_MS = 700;

/**
 * `uv run` with what the file needs. The same line is first run with a question instead of the file, so that downloads happen before
 * the connect timeout begins, with progress shown, and a refusal is uv's and not a server's. Throws `uv-failed`.
 */
export async function startWithUv(plan: PythonPlan, uv: string): Promise<LaunchLine> {
	const { context, cwd, env, target } = plan.known;
	const options: RunOptions = {
		cwd,
		env,
		signal: context.signal,
		onLine: (line) => /^(?:Resolved|Downloading|Prepared|Building|Installed|Creating)\b/.test(line.trim()) && context.say(`uv: ${line.trim()}`),
	};
	const version = readUvVersion(uv, options);
	const extra = [
		...(plan.sdkNeeded ? ["--with", plan.sdkNeeded] : []),
		...target.with.flatMap((name) => ["--with", name]),
		...plan.withEditable.flatMap((folder) => ["--with-editable", folder]),
	];
	const ground = plan.scan.header ? await scriptGround(plan, uv, options) : projectGround(plan);
	const flags = [...ground.flags, ...extra];
	const facts = await keepFacts(
		context.dataDir,
		[uv, cwd, ...flags, env.VIRTUAL_ENV ?? "", env.HOME ?? ""],
		() => ask(uv, flags, plan, options),
		(found) => [uv, found.base, ...ground.dependsOn],
	);
	const sdk = facts && describeSdk(facts, plan.sdk);
	return {
		command: uv,
		// uv reads the whole header of a script itself
		args: ["run", "--quiet", ...(plan.scan.header && plan.as === "script" ? [...extra, "--script"] : [...flags, "python"]), ...plan.script],
		runtime: [await version, facts && `Python ${facts.version}`].filter(Boolean).join(", "),
		// with --with uv makes an environment for this one run, which is gone afterwards
		...(facts && !facts.executable.includes("builds-v0") && { interpreter: facts.executable }),
		...(sdk && { sdk }),
		notes: [...ground.notes, ...plan.notes],
	};
}

async function ask(uv: string, flags: readonly string[], plan: PythonPlan, options: RunOptions): Promise<PythonFacts | undefined> {
	const said = setTimeout(() => plan.known.context.say(`uv is preparing the environment${plan.sdkNeeded ? ` with ${plan.sdkNeeded}` : ""}`), SILENT_MS);
	try {
		const outcome = await runProcess(uv, ["run", ...flags, "python", ...questionArgs], options);
		if (outcome.code !== 0) failUv(outcome.stderr, flags);
		return readFacts(outcome.stdout);
	} finally {
		clearTimeout(said);
	}
}

/** What the environment is built on: flags of `uv run`, and the files that change it. */
type Ground = { flags: string[]; notes: string[]; dependsOn: string[] };

/** The environment that a script describes in its header (PEP 723). uv makes and keeps it. */
async function scriptGround(plan: PythonPlan, uv: string, options: RunOptions): Promise<Ground> {
	const { path } = plan.known;
	const python = wantedPython(plan);
	const flags = python ? ["--python", python] : [];
	const made = await runProcess(uv, ["sync", ...flags, "--script", path], options);
	if (made.code !== 0) failUv(made.stderr, flags);
	const found = await runProcess(uv, ["python", "find", "--script", path], options);
	if (found.code !== 0) failUv(found.stderr, flags);
	return { flags: ["--no-project", "--python", found.stdout.trim()], notes: ["the file says what it needs in its own header (PEP 723)"], dependsOn: [path] };
}

/** The project around the file, else the nearest environment, else a plain Python. */
function projectGround(plan: PythonPlan): Ground {
	const { env, path } = plan.known;
	const wanted = wantedPython(plan);
	const { folder } = plan.project;
	// a path names an environment to be used as it is; within a project uv would make the project's own anew for it
	if (folder && !wanted?.includes("/")) {
		const decided = plan.sdk && !plan.sdkNeeded ? ["the project decides the version of its library"] : [];
		return {
			flags: ["--project", folder, ...(wanted ? ["--python", wanted] : [])],
			notes: [`in the project ${folder}`, ...decided],
			dependsOn: ["pyproject.toml", "uv.lock", ".venv"].map((name) => join(folder, name)),
		};
	}
	const venv = wanted === undefined ? nearestVenv(path, env) : undefined;
	const python = wanted ?? venv;
	return { flags: ["--no-project", ...(python ? ["--python", python] : [])], notes: venv ? [`on top of ${venv}`] : [], dependsOn: [] };
}

/** uv takes versions and names too; a path starts where the user is, not where the server runs. */
function wantedPython({ known: { target, context } }: PythonPlan): string | undefined {
	return target.python?.includes("/") ? resolve(context.cwd, target.python) : target.python;
}

async function readUvVersion(uv: string, options: RunOptions): Promise<string> {
	const { stdout } = await runProcess(uv, ["--version"], { ...options, timeoutMs: 5_000 });
	return /^uv [\d.]+/.exec(stdout)?.[0] ?? "uv";
}

function failUv(stderr: string, flags: readonly string[]): never {
	const lines = stderr.split("\n").filter((line) => line.trim() !== "");
	const details = { flags, output: lines.slice(-40).join("\n") };
	const said = summary(lines) || "it ended without a word";
	const python = flags.includes("--python") ? flags[flags.indexOf("--python") + 1] : undefined;
	if (python !== undefined && /No interpreter found/.test(stderr)) {
		throw new Problem("python-missing", `--python ${python}: uv found no such interpreter (${said}).`, {
			hint: "Name the path of a Python interpreter, or a version such as 3.12 that uv can install.",
			details,
		});
	}
	throw new Problem("uv-failed", `uv could not prepare the environment: ${said}`, {
		hint: "Check the names of packages and the network (uv's own settings apply), or name an interpreter that has the packages with --python PATH.",
		details,
	});
}

/** uv tells what failed in the line of its error, and why in the last of the causes under it; the whole goes into the details. */
function summary(lines: readonly string[]): string {
	const from = lines.findIndex((line) => /^\s*(?:error|×)/.test(line));
	if (from < 0) return joined(lines.slice(-4));
	const causes = lines.slice(from + 1).filter((line) => /^\s*cause:/i.test(line));
	const last = causes.at(-1)?.replace(/^\s*cause:\s*/i, "");
	const first = lines[from]?.trim().replace(/^error:\s*/, "") ?? "";
	// uv's resolver draws its reasons as a tree
	return last === undefined ? joined([first, ...lines.slice(from + 1, from + 6).filter((line) => !/^\s*hint:/.test(line))]) : `${first} (${last})`;
}

const joined = (lines: readonly string[]): string => lines.map((line) => line.trim()).join(" ");
