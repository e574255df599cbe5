import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname } from "node:path";
import { pathToFileURL } from "node:url";
import { extensionOf } from "../../lib/mcp/split-file-spec.ts";
import { Problem } from "../../lib/protocol/problem.ts";
import { isFile, whereIs } from "./find-on-path.ts";
import { findUpwards } from "./find-upwards.ts";
import type { FileLaunch, LaunchLine } from "./launch-file.ts";

const plain = [".js", ".mjs", ".cjs"];
const strippable = [".ts", ".mts", ".cts"];

/**
 * JavaScript runs with the Node that runs us. TypeScript runs with the project's own tsx, else with Node's type stripping where this
 * Node has it, else with `npx tsx`. Throws `tsx-missing`.
 */
export function launchScript({ target, path, cwd, env, context }: FileLaunch): LaunchLine {
	const node = { command: process.execPath, runtime: `Node ${process.versions.node}`, interpreter: process.execPath };
	const sdk = readSdk(path);
	const extension = extensionOf(path);
	if (plain.includes(extension)) return { ...node, args: [path, ...target.args], ...sdk, notes: [] };
	const tsx = ownTsx(path);
	if (tsx)
		return {
			...node,
			runtime: `${node.runtime}, tsx ${tsx.version}`,
			args: ["--import", tsx.loader, path, ...target.args],
			...sdk,
			notes: [`ran with the project's own tsx ${tsx.version}`],
		};
	if (strippable.includes(extension) && stripsTypes()) {
		return {
			...node,
			args: [path, ...target.args],
			...sdk,
			notes: ["no tsx in the project: Node strips the types itself, so enums and parameter properties do not work"],
		};
	}
	const npx = whereIs("npx", env, cwd);
	if (!npx) {
		throw new Problem("tsx-missing", `${basename(path)} is TypeScript, and neither tsx in its project nor npx on PATH is there to run it.`, {
			hint: "Install it beside the file: npm install --save-dev tsx",
			details: { file: path },
		});
	}
	context.say("no tsx in the project, so npx fetches and runs it");
	return {
		command: npx,
		args: ["--yes", "tsx", path, ...target.args],
		runtime: `${node.runtime}, npx tsx`,
		...sdk,
		notes: ["no tsx in the project: npx fetched it"],
	};
}

/** The types package of the running Node is older than some Nodes that run us: `features.typescript` is "strip" from 22.18 on. */
const stripsTypes = (): boolean => "typescript" in process.features && Boolean(process.features.typescript);

function ownTsx(path: string): { loader: string; version: string } | undefined {
	try {
		const require = createRequire(path);
		const manifest: { version?: string } = require("tsx/package.json");
		return { loader: pathToFileURL(require.resolve("tsx")).href, version: manifest.version ?? "" };
	} catch {
		return undefined;
	}
}

const sdks = ["@modelcontextprotocol/server", "@modelcontextprotocol/sdk", "fastmcp"];

/** The MCP library in the nearest node_modules that has one. */
function readSdk(path: string): { sdk?: string } {
	for (const name of sdks) {
		const manifest = findUpwards(dirname(path), `node_modules/${name}/package.json`, isFile);
		if (!manifest) continue;
		const { version }: { version?: string } = JSON.parse(readFileSync(manifest, "utf8"));
		return { sdk: `${name} ${version ?? ""}`.trim() };
	}
	return {};
}
