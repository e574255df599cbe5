import { spawn } from "node:child_process";

export type Outcome = {
	code: number | null;
	stdout: string;
	stderr: string /** why it did not run, or was ended by us */;
	failure: "not-started" | "timeout" | undefined;
};
export type RunOptions = {
	cwd: string;
	env: Readonly<Record<string, string>>;
	signal: AbortSignal;
	timeoutMs?: number;
	/** gets each line of both streams as it comes */
	onLine?: (line: string) => void;
};

const TEXT_LIMIT = 256 * 1024;

/** Runs a short helper process to its end and answers what it said (the last 256 KiB of each stream). Rejects only when `signal` aborts. */
export async function runProcess(command: string, args: readonly string[], options: RunOptions): Promise<Outcome> {
	options.signal.throwIfAborted();
	// a group of its own: pip starts compilers, and all must end with it
	const child = spawn(command, args, { cwd: options.cwd, env: options.env, stdio: ["ignore", "pipe", "pipe"], detached: process.platform !== "win32" });
	const end = () => {
		try {
			if (process.platform === "win32" || child.pid === undefined) child.kill("SIGKILL");
			else process.kill(-child.pid, "SIGKILL");
		} catch {
			// already gone
		}
	};
	const outcome: Outcome = { code: null, stdout: "", stderr: "", failure: undefined };
	for (const stream of ["stdout", "stderr"] as const) {
		let rest = "";
		child[stream].setEncoding("utf8").on("data", (chunk: string) => {
			outcome[stream] = (outcome[stream] + chunk).slice(-TEXT_LIMIT);
			const lines = (rest + chunk).split(/\r?\n|\r/);
			rest = lines.pop() ?? "";
			for (const line of lines) options.onLine?.(line);
		});
	}
	const timer =
		options.timeoutMs === undefined
			? undefined
			: setTimeout(() => {
					outcome.failure = "timeout";
					end();
				}, options.timeoutMs);
	options.signal.addEventListener("abort", end, { once: true });
	try {
		await new Promise<void>((done) => {
			child.once("error", (error) => {
				outcome.failure = "not-started";
				outcome.stderr += error.message;
				done();
			});
			child.once("close", (code) => {
				outcome.code = code;
				done();
			});
		});
	} finally {
		clearTimeout(timer);
		options.signal.removeEventListener("abort", end);
	}
	options.signal.throwIfAborted();
	return outcome;
}
