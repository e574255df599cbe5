import { closeSync, openSync, readSync } from "node:fs";
import { Problem } from "../../lib/protocol/problem.ts";

type Started = { command: string; cwd: string };

/** What the operating system's refusal to start a program means, and what to do. */
export function spawnProblem(options: Started, error: NodeJS.ErrnoException): Problem {
	return new Problem("spawn-failed", `Could not start ${options.command}: ${error.code ?? error.message}.`, {
		hint: spawnHint(options, error.code),
		details: { command: options.command, cwd: options.cwd },
		cause: error,
	});
}

/** A program that is there and yet not found is one whose interpreter is missing, or that is made for another machine. */
function spawnHint({ command, cwd }: Started, code: string | undefined): string {
	if (code === "E2BIG") return "The arguments and the environment are too long together.";
	if (code !== "ENOENT") return "Is it executable, and made for this machine?";
	const interpreter = readShebang(command);
	if (interpreter) return `Its first line names ${interpreter}, which is not there. Correct that line, or start it with its interpreter.`;
	return `Is ${command} made for this machine, and does ${cwd} still exist?`;
}

function readShebang(path: string): string | undefined {
	try {
		const file = openSync(path, "r");
		try {
			const start = Buffer.alloc(256);
			return /^#!\s*(\S+)/.exec(start.toString("utf8", 0, readSync(file, start)))?.[1];
		} finally {
			closeSync(file);
		}
	} catch {
		return undefined;
	}
}
