import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { aptInstall } from "./apt-install.ts";
import { cacheDir } from "./cache-dir.ts";
import { onPath } from "./on-path.ts";
import { type CommandResult, runCommand } from "./run-command.ts";

/** The Python environments that tests use, and what each holds. The folder is named by the packages, so a new version is a new folder. */
const pythonEnvs = {
	v2: ["mcp[cli]==2.3.0"],
	v1: ["mcp==1.29.0"],
	fastmcp: ["fastmcp==4.0.10"],
	uv: ["uv==0.13.8"],
} as const;
export type PythonEnvName = keyof typeof pythonEnvs;
const names = Object.keys(pythonEnvs) as PythonEnvName[];

const folderOf = (name: PythonEnvName) => join(cacheDir("python"), `${name}-${pythonEnvs[name].join("-").replace(/[^\w.=-]/g, "_")}`);
const binOf = (folder: string) => join(folder, process.platform === "win32" ? "Scripts" : "bin");

/** The environment if it is there: its folder, its `bin` and its interpreter. */
export function findPythonEnv(name: PythonEnvName): { folder: string; bin: string; python: string } | undefined {
	const folder = folderOf(name);
	return existsSync(join(folder, ".complete")) ? { folder, bin: binOf(folder), python: join(binOf(folder), "python") } : undefined;
}

/** Makes the environments that are missing. Answers the reason for each that could not be made. */
export async function ensurePythonEnvs(say: (text: string) => void): Promise<Map<PythonEnvName, string>> {
	const failed = new Map<PythonEnvName, string>();
	for (const name of names) {
		if (findPythonEnv(name)) continue;
		say(`making a Python environment with ${pythonEnvs[name].join(", ")} …`);
		const made = await makeEnv(name, say);
		if (made.code !== 0) failed.set(name, lastLine(made.output));
	}
	return failed;
}

async function makeEnv(name: PythonEnvName, say: (text: string) => void): Promise<CommandResult> {
	const folder = folderOf(name);
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	const made = await createVenv(folder, say);
	if (made.code !== 0) return made;
	const python = join(binOf(folder), "python");
	const uv = onPath("uv");
	const install = uv
		? await runCommand(uv, ["pip", "install", "--python", python, ...pythonEnvs[name]])
		: await runCommand(python, ["-m", "pip", "install", "--quiet", ...pythonEnvs[name]]);
	if (install.code === 0) writeFileSync(join(folder, ".complete"), "");
	return install;
}

async function createVenv(folder: string, say: (text: string) => void): Promise<CommandResult> {
	const uv = onPath("uv");
	if (uv) return runCommand(uv, ["venv", "--clear", folder]);
	const first = await runCommand("python3", ["-m", "venv", folder]);
	if (first.code === 0) return first;
	// Debian splits ensurepip off; an interpreter may be missing altogether
	const installed = await aptInstall(say, "python3", "python3-venv");
	return installed?.code === 0 ? runCommand("python3", ["-m", "venv", "--clear", folder]) : first;
}

const lastLine = (output: string) => output.trim().split("\n").at(-1)?.trim() ?? "no output";
