import { join, resolve } from "node:path";
import { Problem } from "../../lib/protocol/problem.ts";
import type { PythonPlan } from "./launch-python.ts";
import type { LaunchLine } from "./launch-file.ts";
import { nearestVenv } from "./nearest-venv.ts";
import { keepFacts, questionArgs, readFacts } from "./probe-python.ts";
import { describeSdk } from "./python-needs.ts";
import { runProcess } from "./run-process.ts";

/**
 * `uv run` with what the file needs. The same line is first run with a question instead of the file, so that downloads happen before
 * the connect timeout begins, with progress shown, and a refusal is uv's and not a server's. Throws `uv-failed`.
 */
export async function startWithUv(plan: PythonPlan, uv: string): Promise<LaunchLine> {
	const { context, cwd, env } = plan.known;
	const { flags, notes } = uvFlags(plan);
	const options = { cwd, env, signal: context.signal };
	const depends = [uv, plan.known.path, ...(plan.project.folder ? ["pyproject.toml", "uv.lock", ".venv"].map((name) => join(plan.project.folder ?? "", name)) : [])];
	const version = readUvVersion(uv, options);
	const facts = await keepFacts(
		context.dataDir,
		[uv, cwd, ...flags, env.VIRTUAL_ENV ?? "", env.HOME ?? ""],
		async () => {
			const said = setTimeout(() => context.say(`uv is preparing the environment${plan.sdkNeeded ? ` with ${plan.sdkNeeded}` : ""}`), 700);
			try {
				const outcome = await runProcess(uv, ["run", ...flags, "python", ...questionArgs], { ...options, onLine: (line) => /^(?:Resolved|Downloading|Prepared|Building|Installed|Creating)\b/.test(line.trim()) && context.say(`uv: ${line.trim()}`) });
				if (outcome.code !== 0) failUv(outcome.stderr, flags);
				return readFacts(outcome.stdout);
			} finally {
				clearTimeout(said);
			}
		},
		(found) => [...depends, found.base],
	);
	const uvVersion = await version;
	const command = ["run", "--quiet", ...flags];
	const own = plan.scan.header && plan.as === "script";
	return {
		command: uv,
		// uv runs a script with a header in an environment of its own, and reads every key of the header itself
		args: own ? [...command.filter((flag) => flag !== "--no-project"), "--script", ...plan.script] : [...command, "python", ...plan.script],
		runtime: [uvVersion, facts && `Python ${facts.version}`].filter(Boolean).join(", "),
		...(facts && !facts.executable.includes("builds-v0") && { interpreter: facts.executable }),
		...(facts && { sdk: describeSdk(facts, plan.sdk) }),
		notes: [...notes, ...plan.notes],
	};
}

function uvFlags(plan: PythonPlan): { flags: string[]; notes: string[] } {
	const { target, env, path, context } = plan.known;
	// uv takes versions and names too; a path starts where the user is, not where the server runs
	const wanted = target.python?.includes("/") ? resolve(context.cwd, target.python) : target.python;
	const extra = [
		...(plan.sdkNeeded ? ["--with", plan.sdkNeeded] : []),
		...target.with.flatMap((name) => ["--with", name]),
		...plan.withEditable.flatMap((folder) => ["--with-editable", folder]),
	];
	if (plan.scan.header) {
		const python = wanted ?? plan.scan.header.requiresPython;
		// `--script` reads the header itself; anything else gets its packages from there
		const header = plan.as === "script" ? [] : ["--with-requirements", path];
		return { flags: ["--no-project", ...(python ? ["--python", python] : []), ...header, ...extra], notes: ["the file says what it needs in its own header (PEP 723)"] };
	}
	if (plan.project.folder) {
		const decided = plan.sdk && !plan.sdkNeeded ? ["the project decides the version of its library"] : [];
		return { flags: ["--project", plan.project.folder, ...(wanted ? ["--python", wanted] : []), ...extra], notes: [`in the project ${plan.project.folder}`, ...decided] };
	}
	const venv = wanted === undefined ? nearestVenv(path, env) : undefined;
	const python = wanted ?? venv;
	return { flags: ["--no-project", ...(python ? ["--python", python] : []), ...extra], notes: venv ? [`on top of ${venv}`] : [] };
}

async function readUvVersion(uv: string, options: Parameters<typeof runProcess>[2]): Promise<string> {
	const { stdout } = await runProcess(uv, ["--version"], { ...options, timeoutMs: 5_000 });
	return /^uv [\d.]+/.exec(stdout)?.[0] ?? "uv";
}

function failUv(stderr: string, flags: readonly string[]): never {
	const lines = stderr.split("\n").filter((line) => line.trim() !== "");
	const from = lines.findIndex((line) => /^\s*(?:error|×)/.test(line));
	const said = (from < 0 ? lines.slice(-4) : lines.slice(from, from + 6)).map((line) => line.trim()).join(" ");
	throw new Problem("uv-failed", `uv could not prepare the environment: ${said || "it ended without a word"}`, {
		hint: "Check the names of packages and the network (uv's own settings apply), or name an interpreter that has the packages with --python PATH.",
		details: { flags, output: lines.slice(-40).join("\n") },
	});
}
