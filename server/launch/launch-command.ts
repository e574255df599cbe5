import { basename, delimiter, extname, resolve } from "node:path";
import { quoteCommand } from "../../lib/mcp/split-command.ts";
import { Problem } from "../../lib/protocol/problem.ts";
import { maskArguments } from "../storage/mask-credentials.ts";
import { childEnv } from "./child-env.ts";
import { findProgram } from "./find-on-path.ts";
import type { Launcher } from "./launch-context.ts";
import { requireCwd } from "./require-cwd.ts";
import { whatIsMissing } from "./what-is-missing.ts";

const TITLE_LIMIT = 60;

/** A command line is run as it is, the program looked up with the server's own PATH. Throws `command-missing`, `command-not-executable`, `command-is-a-directory`. */
export const launchCommand: Launcher<"command"> = async (target, context) => {
	const cwd = requireCwd(target.cwd, context.cwd);
	const env = childEnv(target, context.env);
	const command = requireProgram(target.command, env, cwd);
	const args = maskArguments(target.args);
	const title = [basename(target.command), ...args].join(" ");
	return {
		launch: { transport: "stdio", command, args: target.args, cwd, notes: [] },
		env,
		title: title.length > TITLE_LIMIT ? `${title.slice(0, TITLE_LIMIT - 1)}…` : title,
		targetKey: `command:${quoteCommand([target.command, ...args])}`,
	};
};

function requireProgram(name: string, env: Readonly<Record<string, string>>, cwd: string): string {
	const found = findProgram(name, env, cwd);
	if ("path" in found) return found.path;
	if ("notExecutable" in found) {
		throw new Problem("command-not-executable", `${found.notExecutable} is there but may not be executed.`, {
			hint: `Make it executable with chmod +x, or start it with its interpreter: ${interpreterOf(name)} ${name}`,
			details: { command: name, path: found.notExecutable },
		});
	}
	if ("folder" in found) {
		throw new Problem("command-is-a-directory", `${found.folder} is a folder, not a program.`, {
			hint: "Name the program in it. A folder with a package.json is started with mcp-inspect dev.",
			details: { command: name, path: found.folder },
		});
	}
	if (name.includes("/"))
		throw new Problem("command-missing", `There is no program ${name} (looked for from ${cwd}).`, {
			hint: whatIsMissing(resolve(cwd, name)) ?? "Check the path; a relative one starts at the working directory.",
			details: { command: name, cwd },
		});
	const spaced = /\s/.test(name) ? " The name holds a blank: were program and arguments quoted as one word?" : "";
	throw new Problem("command-missing", `There is no program “${name}” on PATH.${spaced}`, {
		hint:
			found.searched.length > 0
				? `Install it, or give its path. Searched: ${[...new Set(found.searched)].join(delimiter)}`
				: "PATH is empty. Add it with --env PATH=…",
		details: { command: name, searched: found.searched },
	});
}

const interpreters: Readonly<Record<string, string>> = { ".sh": "sh", ".js": "node", ".mjs": "node", ".cjs": "node", ".rb": "ruby", ".pl": "perl" };
const interpreterOf = (name: string): string => interpreters[extname(name)] ?? "python";
