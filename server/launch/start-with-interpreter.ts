import { Problem } from "../../lib/protocol/problem.ts";
import { findProgram, whereIs } from "./find-on-path.ts";
import type { LaunchLine } from "./launch-file.ts";
import type { PythonPlan } from "./launch-python.ts";
import { makePythonEnv } from "./make-python-env.ts";
import { nearestVenv } from "./nearest-venv.ts";
import { type PythonFacts, probePython } from "./probe-python.ts";
import { describeSdk, hasSdk, neededSdk } from "./python-needs.ts";

type Candidate = { path: string; from: string };

/**
 * Starts without uv: the first interpreter that has the library of the file, or an environment of ours on top of the first one.
 * Throws `python-missing`, `python-broken`, `python-too-old` and what making an environment throws.
 */
export async function startWithInterpreter(plan: PythonPlan): Promise<LaunchLine> {
	const { context, cwd, env, target } = plan.known;
	const options = { cwd, env, signal: context.signal };
	const candidates = findCandidates(plan);
	const probed = await Promise.all(candidates.map(async (candidate) => ({ ...candidate, facts: await probePython(candidate.path, context.dataDir, options) })));
	const oldest = Number(/^>=\s*3\.(\d+)/.exec(plan.scan.header?.requiresPython ?? "")?.[1] ?? OLDEST);
	const working = probed.flatMap(({ facts, ...candidate }) => (facts && minorOf(facts) >= oldest ? [{ ...candidate, facts }] : []));
	const [first] = working;
	if (!first)
		throw broken(
			candidates,
			probed.flatMap(({ facts }) => (facts ? [facts.version] : [])),
			oldest,
		);

	const mustInstall = target.with.length > 0 || plan.withEditable.length > 0 || plan.scan.header !== undefined;
	const fitting = mustInstall ? undefined : working.find(({ facts }) => hasSdk(facts, plan.sdk));
	const chosen = fitting ?? first;
	const said = `no uv on PATH: used ${chosen.from}`;
	if (fitting) return describe(plan, fitting.facts, fitting.facts.executable, [said]);

	const sdkHere = !plan.scan.header && hasSdk(first.facts, plan.sdk);
	const project = plan.scan.header || sdkHere ? [] : plan.project.dependencies;
	const sdk = sdkHere ? undefined : neededSdk(plan.sdk, plan.scan.header, { decides: [] }, [...target.with, ...project]);
	const requirements = [...new Set([...(sdk ? [sdk] : []), ...(plan.scan.header?.dependencies ?? []), ...project, ...target.with])];
	if (requirements.length === 0 && plan.withEditable.length === 0) return describe(plan, first.facts, first.facts.executable, [said]);
	const recipe = { base: first.facts, requirements, editable: plan.withEditable, seesBase: !plan.scan.header };
	const wanted = [...requirements, ...plan.withEditable].join(" ");
	const otherSdk = sdk === undefined ? undefined : describeMisfit(first.facts, plan.sdk);
	if (otherSdk !== undefined) context.say(`${first.path} has ${otherSdk}; the file is written for ${sdk}`);
	const python = await makePythonEnv(recipe, context.dataDir, context.say, options).catch((error: unknown) => {
		throw otherSdk !== undefined && error instanceof Problem ? misfit(error, `${first.path} has ${otherSdk}, and the file is written for ${sdk}.`) : error;
	});
	const facts = (await probePython(python, context.dataDir, options)) ?? first.facts;
	return describe(plan, facts, python, [`${said}, with an environment of our own for ${wanted}`]);
}

function findCandidates({ known }: PythonPlan): Candidate[] {
	const { target, env, path, cwd, context } = known;
	if (target.python !== undefined) {
		const found = findProgram(target.python, env, context.cwd);
		if ("path" in found) return [{ path: found.path, from: `--python ${found.path}` }];
		throw new Problem(
			"python-missing",
			`--python ${target.python}: ${"notExecutable" in found ? "this file may not be executed" : "there is no such interpreter"}.`,
			{
				hint: /^[\d.]+$/.test(target.python)
					? "Without uv on PATH, --python takes the path of an interpreter, or a name such as python3.12."
					: "Name the path of a Python interpreter, or a name such as python3.12.",
				details: { python: target.python },
			},
		);
	}
	const venv = nearestVenv(path, env);
	const onPath = ["python3", "python"].map((name) => whereIs(name, env, cwd)).find(Boolean);
	const candidates = [...(venv ? [{ path: venv, from: venv }] : []), ...(onPath ? [{ path: onPath, from: onPath }] : [])];
	if (candidates.length > 0) return candidates;
	throw new Problem("python-missing", "There is no Python here: neither uv nor python3 is on PATH, and the file has no .venv.", {
		hint: "Install uv (https://docs.astral.sh/uv) or Python 3.10 or later, or name an interpreter with --python PATH.",
		details: { path: env.PATH ?? "" },
	});
}

/** The runner needs Python 3.9; a script with a header may ask for a later one. */
const OLDEST = 9;
/** The 11 of Python 3.11; -1 for another major version. */
const minorOf = (facts: PythonFacts): number => (facts.version.startsWith("3.") ? Number(facts.version.split(".")[1]) : -1);

function broken(candidates: readonly Candidate[], versions: readonly string[], oldest: number): Problem {
	const paths = candidates.map((candidate) => candidate.path).join(", ");
	if (versions.length > 0)
		return new Problem("python-too-old", `${paths} is Python ${versions.join(", ")}; this file needs 3.${oldest} or later.`, {
			hint: "Name a newer interpreter with --python PATH.",
			details: { paths },
		});
	return new Problem("python-broken", `${paths} did not answer as a Python interpreter.`, {
		hint: "Try it by hand with --version, or name another with --python PATH.",
		details: { paths },
	});
}

function describe(plan: PythonPlan, facts: PythonFacts, python: string, notes: readonly string[]): LaunchLine {
	const sdk = describeSdk(facts, plan.sdk);
	return {
		command: python,
		args: [...plan.script],
		runtime: `Python ${facts.version}`,
		interpreter: python,
		...(sdk && { sdk }),
		notes: [...notes, ...plan.notes],
	};
}

/** The version of the library that is there and does not fit. */
function describeMisfit(facts: PythonFacts, sdk: PythonPlan["sdk"]): string | undefined {
	return hasSdk(facts, sdk) ? undefined : describeSdk(facts, sdk);
}

/** A failed install where another version of the library is there: that is what the user should hear first. */
const misfit = (problem: Problem, reason: string): Problem =>
	new Problem(problem.code, `${reason} ${problem.message}`, { ...(problem.hint && { hint: problem.hint }), details: { ...problem.details }, cause: problem });
