import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "./fixtures.ts";
import type { PythonEnvName } from "./setup/python-envs.ts";
import { activated, withoutUv, withUv } from "./setup/python-shells.ts";
import { callTool, resultText, sessionOnce } from "./setup/sessions.ts";
import type { StartedCli } from "./setup/start-cli.ts";

/** What proves an example: a tool, what it is given, and what it says. */
type Proof = { tool: string; arguments?: Record<string, unknown>; says: RegExp; era: "legacy" | "modern"; python?: PythonEnvName | "none"; sdk?: RegExp };

const mcp1 = { era: "legacy", python: "v1", sdk: /^mcp 1\./ } as const;
const mcp2 = { era: "modern", python: "v2", sdk: /^mcp 2\./ } as const;
const fastmcp = { era: "modern", python: "fastmcp", sdk: /^fastmcp 4\./ } as const;
const bread = { tool: "search_notes", arguments: { query: "bread" }, says: /Groceries/ };
const wait = { tool: "wait", arguments: { seconds: 0.1 }, says: /0\.1 s have passed/ };
const boil = { tool: "boil", arguments: { degrees: 30 }, says: /30 °C/ };
const roll = { tool: "roll", arguments: { sides: 2, times: 1 }, says: /[12]/ };

/** By the command of examples/README.md. An example without a proof, or a proof without its line, fails. */
const proofs: Record<string, Proof> = {
	"mcp-inspect demo": { ...bread, arguments: { query: "a" }, says: /total/, era: "modern" },
	"mcp-inspect dev examples/notes_mcpserver.py": { ...bread, ...mcp2 },
	"mcp-inspect dev examples/notes_v1.py": { ...bread, ...mcp1 },
	"mcp-inspect dev examples/notes_fastmcp.py": { ...bread, ...fastmcp },
	"mcp-inspect dev examples/factory.py:make": { ...roll, ...fastmcp },
	"mcp-inspect dev examples/lowlevel_v2.py": { ...wait, ...mcp2 },
	"mcp-inspect dev examples/lowlevel_v1.py": { ...wait, ...mcp1 },
	"mcp-inspect dev examples/script.py": { tool: "say_size", arguments: { bytes: 2_048 }, says: /2\.0 KiB/, ...mcp2, python: "none" },
	"mcp-inspect dev examples/table.py --with pandas": { tool: "describe", says: /504825/, ...mcp2 },
	"cd examples/palette && mcp-inspect dev server.py --with-editable .": { tool: "find_harmony", arguments: { colours: 2 }, says: /#4f7cff/, ...mcp2 },
	"mcp-inspect dev examples/greeting.py --env GREETER=Ada -- --language nb": { tool: "greet", arguments: { name: "Bo" }, says: /Hei, Bo! Yours, Ada/, ...mcp2 },
	"mcp-inspect dev examples/notes.ts": { ...bread, era: "modern", sdk: /server 2\./ },
	"mcp-inspect dev examples/kettle.ts": { ...boil, era: "modern" },
	"mcp-inspect dev examples/kettle.ts --era legacy -- --dual": { ...boil, era: "legacy" },
	"mcp-inspect dev examples/kettle_v1.ts": { ...boil, era: "legacy" },
	"mcp-inspect dev examples/dice": { ...roll, era: "modern" },
	"mcp-inspect run -- npx @modelcontextprotocol/server-everything": { tool: "echo", arguments: { message: "hello" }, says: /hello/, era: "legacy" },
};

/** Copies, because a project gets its lock and environment beside its files; and one data directory, so that what is made is found again. */
let folder: string;
let dataDir: string;
test.beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), "mcp-inspect-examples-"));
	cpSync("examples", join(folder, "examples"), { recursive: true, filter: (path) => !/__pycache__|\.venv|uv\.lock/.test(path) });
	// Node reads there that the TypeScript files are modules
	cpSync("package.json", join(folder, "package.json"));
	symlinkSync(resolve("node_modules"), join(folder, "node_modules"), "dir");
	dataDir = join(folder, "data");
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The words of a command of the README, and the folder that it begins in. */
function readCommand(command: string): { args: string[]; cwd: string } {
	const [, inFolder = ".", words = ""] = /^(?:cd (\S+) && )?mcp-inspect (.+)$/.exec(command) ?? [];
	return { args: words.split(" "), cwd: join(folder, inFolder) };
}

/** Where no package index can be reached, what must be installed cannot be tried; in CI that is a failure. */
async function settled(bridge: StartedCli) {
	const session = await sessionOnce(
		bridge,
		"listed, or refused",
		({ state, lists }) => state === "failed" || (state === "connected" && Object.values(lists).every((list) => list.state !== "loading")),
		150_000,
	);
	const offline = /error sending request|dns error|connection|timed? ?out|temporary failure|name resolution/i.test(
		JSON.stringify(session.problem?.details ?? ""),
	);
	test.skip(!process.env.CI && offline, `no package index: ${session.problem?.message}`);
	expect(session.problem).toBeUndefined();
	return session;
}

async function prove(bridge: StartedCli, { tool, arguments: args = {}, says, era, sdk }: Proof): Promise<void> {
	const session = await settled(bridge);
	expect(session.server?.era).toBe(era);
	if (sdk) expect(session.launch?.sdk).toMatch(sdk);
	const call = await callTool(bridge, session, tool, args);
	expect(call.outcome.kind).toBe("result");
	expect(await resultText(bridge, call)).toMatch(says);
}

test("every command of examples/README.md is tried here, and every try stands there", () => {
	const lines = readFileSync("examples/README.md", "utf8").split("\n");
	const commands = lines.flatMap((line) => /^\|.*\| `((?:cd \S+ && )?mcp-inspect (?!connect)[^`]+)` *\|$/.exec(line)?.[1] ?? []);
	expect(commands).toEqual(Object.keys(proofs));
});

for (const [command, proof] of Object.entries(proofs)) {
	const { python } = proof;
	if (!python) {
		test(command, async ({ start }) => {
			const { args, cwd } = readCommand(command);
			await prove(await start(args, { cwd, dataDir }), proof);
		});
		continue;
	}
	test(`${command}, with uv`, async ({ start }) => {
		test.setTimeout(180_000);
		const { args, cwd } = readCommand(command);
		const bridge = await start(args, { cwd, dataDir, env: withUv() });
		await prove(bridge, proof);
		expect(bridge.stderr()).toMatch(/command +\S*uv run /);
	});
	test(`${command}, without uv`, async ({ start }) => {
		test.setTimeout(180_000);
		const { args, cwd } = readCommand(command);
		const bridge = await start(args, { cwd, dataDir, env: python === "none" ? withoutUv() : activated(python) });
		await prove(bridge, proof);
		expect(bridge.stderr()).toContain("no uv on PATH");
	});
}

test("an environment that was made without uv is found again at the next start", async ({ start }) => {
	test.setTimeout(180_000);
	const { args, cwd } = readCommand("mcp-inspect dev examples/script.py");
	const again = async () => {
		const bridge = await start(args, { cwd, dataDir, env: withoutUv() });
		await settled(bridge);
		return bridge.stderr();
	};
	await again();
	expect(await again()).not.toContain("making an environment");
});
