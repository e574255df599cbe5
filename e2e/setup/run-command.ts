import { spawn } from "node:child_process";

export type CommandResult = { code: number; output: string };

/**
 * Runs a command to its end. `show` passes its output through as it comes; otherwise it is only kept.
 * A command that cannot be started has code 127 and the reason as its output.
 */
export function runCommand(
	command: string,
	args: readonly string[],
	options: { show?: boolean; cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<CommandResult> {
	return new Promise((resolve) => {
		const child = spawn(command, args, { cwd: options.cwd, env: options.env ?? process.env, stdio: ["ignore", "pipe", "pipe"] });
		let output = "";
		const take = (stream: NodeJS.WriteStream) => (chunk: Buffer) => {
			output += chunk.toString("utf8");
			if (options.show) stream.write(chunk);
		};
		child.stdout.on("data", take(process.stdout));
		child.stderr.on("data", take(process.stderr));
		child.on("error", (error) => resolve({ code: 127, output: `${command}: ${error.message}` }));
		child.on("close", (code, signal) => resolve({ code: code ?? (signal ? 1 : 0), output }));
	});
}
