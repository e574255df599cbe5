import { basename, relative } from "node:path";
import { extensionOf, pythonExtensions, scriptExtensions } from "../../lib/mcp/split-file-spec.ts";
import { Problem } from "../../lib/protocol/problem.ts";
import type { Launch } from "../../lib/protocol/session.ts";
import { childEnv, pythonEnv } from "./child-env.ts";
import type { LaunchContext, Launcher, TargetOf } from "./launch-context.ts";
import { launchPackage } from "./launch-package.ts";
import { launchPython } from "./launch-python.ts";
import { launchScript } from "./launch-script.ts";
import { requireCwd } from "./require-cwd.ts";
import { requirePath } from "./require-file.ts";

/** A file target with everything looked up that each language needs. */
export type FileLaunch = { target: TargetOf<"file">; path: string; cwd: string; env: Readonly<Record<string, string>>; context: LaunchContext };
export type LaunchLine = Omit<Launch, "transport" | "cwd">;

/** Starts a source file, or a package folder, with what its extension stands for. Throws `unknown-extension`, `python-only-option` and what each language throws. */
export const launchFile: Launcher<"file"> = async (target, context) => {
	const { path, isFolder } = requirePath(target.file, context.cwd);
	const cwd = requireCwd(target.cwd, context.cwd);
	const extension = extensionOf(path);
	const isPython = !isFolder && pythonExtensions.includes(extension);
	const env = isPython ? pythonEnv(childEnv(target, context.env)) : childEnv(target, context.env);
	if (!isPython) refusePythonOptions(target);
	const known = { target, path, cwd, env, context };
	const line = isFolder
		? launchPackage(known)
		: isPython
			? await launchPython(known)
			: scriptExtensions.includes(extension)
				? launchScript(known)
				: refuse(path, cwd);
	const object = target.object === undefined ? "" : `:${target.object}`;
	return { launch: { transport: "stdio", cwd, ...line }, env, title: `${basename(path)}${object}`, targetKey: `file:${path}${object}` };
};

function refuse(path: string, cwd: string): never {
	const extension = extensionOf(path);
	throw new Problem(
		"unknown-extension",
		`${basename(path)} ${extension ? `ends in ${extension}, which` : "has no extension, so it"} cannot be started by itself.`,
		{
			hint: `Files that can: ${[...pythonExtensions, ...scriptExtensions].join(" ")}. Anything else runs as a command: mcp-inspect run -- COMMAND ${relative(cwd, path) || path}`,
			details: { file: path },
		},
	);
}

function refusePythonOptions(target: TargetOf<"file">): void {
	const given = [
		target.with.length > 0 && "--with",
		target.withEditable.length > 0 && "--with-editable",
		target.python !== undefined && "--python",
		target.object !== undefined && `:${target.object}`,
	].find(Boolean);
	if (given)
		throw new Problem("python-only-option", `${given} is for Python files; ${basename(target.file)} is none.`, {
			hint: `Leave ${given} out.`,
			details: { file: target.file, option: given },
		});
}
