import { createHash } from "node:crypto";
import { mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { readJsonFile } from "../storage/read-json-file.ts";
import { writePrivateFile } from "../storage/write-private-file.ts";
import { type RunOptions, runProcess } from "./run-process.ts";

/** What an interpreter has, asked of itself. */
export const PythonFacts = z.object({
	executable: z.string(),
	version: z.string(),
	/** differs from `base` in a virtual environment */
	prefix: z.string(),
	base: z.string(),
	/** where its own packages are */
	packages: z.string(),
	mcp: z.string().nullable(),
	fastmcp: z.string().nullable(),
	pip: z.string().nullable(),
});
export type PythonFacts = z.infer<typeof PythonFacts>;

// reads the metadata of packages and imports none of them: importing mcp alone takes a second
const question = `
import json, sys, sysconfig
from importlib import metadata
def version(name):
    try:
        return metadata.version(name)
    except Exception:
        return None
print(json.dumps({"executable": sys.executable, "version": sys.version.split()[0], "prefix": sys.prefix, "base": sys.base_prefix,
    "packages": sysconfig.get_paths()["purelib"], "mcp": version("mcp"), "fastmcp": version("fastmcp"), "pip": version("pip")}))
`;

const PROBE_TIMEOUT_MS = 20_000;
const KEPT_MS = 10 * 60_000;
const Kept = z.object({ stamp: z.string(), at: z.number(), facts: PythonFacts });

/** Arguments that make an interpreter answer with its facts. */
export const questionArgs: readonly string[] = ["-c", question];

/** Reads an interpreter's answer: the last line, since a `sitecustomize` may print before. */
export function readFacts(stdout: string): PythonFacts | undefined {
	try {
		return PythonFacts.parse(JSON.parse(stdout.trimEnd().split("\n").at(-1) ?? ""));
	} catch {
		return undefined;
	}
}

/** Asks an interpreter what it has, or undefined when it does not answer within 20 s. */
export async function probePython(python: string, dataDir: string, options: RunOptions): Promise<PythonFacts | undefined> {
	// PYTHONPATH and the like change what it finds
	const influence = ["PYTHONPATH", "PYTHONHOME", "PYTHONUSERBASE", "HOME", "VIRTUAL_ENV"].map((name) => options.env[name] ?? "");
	return keepFacts(
		dataDir,
		[python, ...influence],
		async () => {
			const outcome = await runProcess(python, questionArgs, { ...options, timeoutMs: PROBE_TIMEOUT_MS });
			return outcome.code === 0 ? readFacts(outcome.stdout) : undefined;
		},
		(facts) => [python, facts.packages],
	);
}

/**
 * Keeps facts in the data directory for ten minutes, as long as the files that they depend on are unchanged: an install touches the
 * folder of packages.
 */
export async function keepFacts(
	dataDir: string,
	key: readonly string[],
	ask: () => Promise<PythonFacts | undefined>,
	dependsOn: (facts: PythonFacts) => readonly string[],
): Promise<PythonFacts | undefined> {
	const folder = join(dataDir, "python", "facts");
	const path = join(folder, `${createHash("sha256").update(JSON.stringify(key)).digest("hex").slice(0, 32)}.json`);
	const kept = readJsonFile(path, Kept);
	if (kept && Date.now() - kept.at < KEPT_MS && kept.stamp === stampOf(dependsOn(kept.facts))) return kept.facts;
	const facts = await ask();
	if (facts) {
		mkdirSync(folder, { recursive: true, mode: 0o700 });
		writePrivateFile(path, JSON.stringify({ stamp: stampOf(dependsOn(facts)), at: Date.now(), facts }));
	}
	return facts;
}

const stampOf = (paths: readonly string[]): string => paths.map((path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0).join(" ");
