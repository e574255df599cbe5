import { spawn } from "node:child_process";

/** Runs a command to its end. Answers its first line on stdout and the milliseconds from spawn until that line, or until its end if it has none. */
export function timeProcess(command: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<{ line: string; ms: number }> {
	return new Promise((resolve, reject) => {
		const startedAt = performance.now();
		const child = spawn(command, args, { env, stdio: ["ignore", "pipe", "inherit"] });
		let text = "";
		let ms: number | undefined;
		child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
			text += chunk;
			if (text.includes("\n")) ms ??= performance.now() - startedAt;
		});
		child.on("error", reject);
		child.on("close", (code) => {
			if (code === 0) resolve({ line: text.split("\n")[0] ?? "", ms: ms ?? performance.now() - startedAt });
			else reject(new Error(`${command} ${args.join(" ")} ended with ${code}`));
		});
	});
}
