import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import * as z from "zod";
import { commandOf, markedProcesses, markName } from "./marked-processes.ts";
import { until } from "./until.ts";

export const cliPath = resolve("dist/cli.js");

const FirstLine = z.object({ url: z.string(), port: z.number().int(), pid: z.number().int() });

export type StartOptions = {
	/** on top of this process's environment; undefined removes */
	env?: Record<string, string | undefined>;
	cwd?: string;
	dataDir?: string;
	/** another build of the command than this tree's */
	cli?: string;
};
export type Ending = { code: number | null; signal: NodeJS.Signals | null };
export type StartedCli = Awaited<ReturnType<typeof startCli>>;

/** Starts `mcp-inspect ARGS --no-open --json --port 0` and waits for its one line. Shared options stand before the first `--`. */
export async function startCli(args: readonly string[], options: StartOptions = {}) {
	const mark = randomUUID();
	const ownDataDir = options.dataDir === undefined;
	const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), "mcp-inspect-e2e-"));
	const rest = args.indexOf("--");
	const [before, after] = rest < 0 ? [args, []] : [args.slice(0, rest), args.slice(rest)];
	const argv = [options.cli ?? cliPath, ...before, "--no-open", "--json", "--port", "0", "--data-dir", dataDir, ...after];
	const env = { ...process.env, ...options.env, [markName]: mark };
	const child = spawn(process.execPath, argv, { env, cwd: options.cwd, stdio: ["ignore", "pipe", "pipe"] });
	let stdout = "";
	let stderr = "";
	child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString("utf8")));
	child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString("utf8")));
	let ending: Ending | undefined;
	const ended = new Promise<Ending>((done) => {
		child.on("exit", (code, signal) => {
			ending = { code, signal };
			done(ending);
		});
	});
	const line = await until("the line of --json on stdout", () => ending ?? stdout.includes("\n"), 30_000);
	if (line !== true) throw new Error(`mcp-inspect ${args.join(" ")} ended with ${JSON.stringify(ending)}:\n${stderr}`);
	const first = FirstLine.parse(JSON.parse(stdout.slice(0, stdout.indexOf("\n"))));
	const left = () => markedProcesses(mark);

	return {
		...first,
		dataDir,
		mark,
		argv,
		origin: `http://127.0.0.1:${first.port}`,
		token: new URL(first.url).hash.replace("#token=", ""),
		stdout: () => stdout,
		stderr: () => stderr,
		ended,
		/** Sends a signal; answers how it ended and after how many milliseconds. */
		async kill(signal: NodeJS.Signals = "SIGTERM") {
			const startedAt = performance.now();
			child.kill(signal);
			const how = await ended;
			return { ...how, ms: performance.now() - startedAt };
		},
		/** Processes that it started and that still live. */
		left,
		/** Ends it, asserts that it went within 3 s and left no process behind, and removes its data. */
		async end() {
			const startedAt = performance.now();
			if (!ending) child.kill("SIGTERM");
			try {
				await until("mcp-inspect exits after SIGTERM", () => ending, 3_000);
				await until("no process is left behind", () => left().length === 0, Math.max(500, 3_000 - (performance.now() - startedAt)));
			} catch (error) {
				const names = left().map((pid) => `${pid} ${commandOf(pid)}`);
				child.kill("SIGKILL");
				for (const pid of left()) process.kill(pid, "SIGKILL");
				throw new Error(`${error instanceof Error ? error.message : error}. Left: ${names.join(" | ") || "nothing"}\n${stderr.slice(-2_000)}`);
			} finally {
				if (ownDataDir) rmSync(dataDir, { recursive: true, force: true });
			}
		},
	};
}
