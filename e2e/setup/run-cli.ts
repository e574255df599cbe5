import { spawn } from "node:child_process";
import { cliPath, type StartOptions } from "./start-cli.ts";

/** Runs `mcp-inspect ARGS` to its own end (help, versions, wrong usage); ended after 30 s at the latest. */
export function runCli(args: readonly string[], options: StartOptions = {}): Promise<{ code: number | null; stdout: string; stderr: string }> {
	return new Promise((resolve) => {
		const child = spawn(process.execPath, [options.cli ?? cliPath, ...args], {
			env: { ...process.env, ...options.env },
			cwd: options.cwd,
			stdio: ["ignore", "pipe", "pipe"],
			timeout: 30_000,
			killSignal: "SIGKILL",
		});
		let stdout = "";
		let stderr = "";
		child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString("utf8")));
		child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString("utf8")));
		child.on("close", (code) => resolve({ code, stdout, stderr }));
	});
}
