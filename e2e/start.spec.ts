import { copyFileSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "./fixtures.ts";
import { Messages } from "./pages/messages.ts";
import { expectConnection } from "./pages/shell.ts";
import { Tools } from "./pages/tools.ts";
import { findPythonEnv } from "./setup/python-envs.ts";
import { activated, withUv } from "./setup/python-shells.ts";
import { callTool, connected, listed, resultText, sessionOnce } from "./setup/sessions.ts";

const example = (name: string) => resolve("examples", name);

test("demo opens a page that is already connected, its tools listed", async ({ start, open }) => {
	const bridge = await start(["demo"]);
	const page = await open(bridge);
	await expectConnection(page, "Connected");
	await expect(new Tools(page).list.getByRole("option")).not.toHaveCount(0);
	await expect(page.getByRole("navigation", { name: "Panels" }).getByRole("link", { name: /^Tools/ })).toBeVisible();
	await expect.poll(() => new Messages(page).count()).toBeGreaterThan(2);
	expect(page.url(), "the token is erased from the address").not.toContain(bridge.token);
});

for (const [env, file] of [
	["v2", "notes_mcpserver.py"],
	["fastmcp", "notes_fastmcp.py"],
] as const) {
	test(`dev ${file} runs in the active environment and lists its tools`, async ({ start, open }) => {
		const bridge = await start(["dev", example(file)], { env: activated(env) });
		const session = await listed(bridge);
		expect(session.launch?.interpreter ?? session.launch?.command).toContain(findPythonEnv(env)?.folder);
		expect(session.launch?.sdk).toMatch(env === "v2" ? /^mcp 2\./ : /^fastmcp 4\./);
		const page = await open(bridge);
		await expectConnection(page, "Connected");
		await expect(new Tools(page).list.getByRole("option")).not.toHaveCount(0);
	});
}

test("dev runs a file of SDK v1 with an environment that has v1", async ({ start }) => {
	const env = activated("v1");
	const dir = mkdtempSync(join(tmpdir(), "mcp-inspect-v1-"));
	const file = join(dir, "old.py");
	writeFileSync(
		file,
		'from mcp.server.fastmcp import FastMCP\n\nmcp = FastMCP("old")\n\n\n@mcp.tool()\ndef add(a: int, b: int) -> int:\n    """Adds."""\n    return a + b\n',
	);
	const bridge = await start(["dev", file], { env });
	const session = await listed(bridge);
	expect(session.launch?.sdk).toMatch(/^mcp 1\./);
	expect(session.server?.era).toBe("legacy");
	expect((await callTool(bridge, session, "add", { a: 2, b: 3 })).outcome.kind).toBe("result");
});

test("dev with uv makes what the file needs and says the command line", async ({ start }) => {
	const env = withUv();
	test.setTimeout(180_000);
	const dir = mkdtempSync(join(tmpdir(), "mcp-inspect-uv-"));
	const file = join(dir, "server.py");
	copyFileSync(example("notes_mcpserver.py"), file);
	const bridge = await start(["dev", file], { cwd: dir, env });
	const session = await test.step("connects", () => sessionOnce(bridge, "connected", ({ state }) => state === "connected", 150_000));
	expect(session.launch?.command).toMatch(/uv(\.exe)?$/);
	expect(session.launch?.args.join(" ")).toMatch(/run .*mcp/);
});

test("a bare file as first argument means dev, and TypeScript runs", async ({ start, open }) => {
	const bridge = await start([example("notes.ts")]);
	await listed(bridge);
	const page = await open(bridge);
	await expectConnection(page, "Connected");
	await expect(new Tools(page).list.getByRole("option")).not.toHaveCount(0);
});

test("server arguments after -- reach a file, and the whole environment with --env on top", async ({ start }) => {
	const bridge = await start(["dev", resolve("e2e/servers/server.mjs"), "--env", "ADDED=one", "--env", "TAKEN", "--", "env", "first", "--second"], {
		env: { TAKEN: "from ours", OURS: "too" },
	});
	const session = await connected(bridge);
	const text = await resultText(bridge, await callTool(bridge, session, "env"));
	const said: unknown = JSON.parse(text);
	expect(said).toMatchObject({ args: ["first", "--second"], env: { ADDED: "one", TAKEN: "from ours", OURS: "too" } });
	expect(text, "the token is not handed on").not.toContain(bridge.token);
	expect(session.target.envNames).toEqual(expect.arrayContaining(["ADDED", "TAKEN"]));
});

test("--env-file and --clean-env decide what the server sees, --cwd where it runs", async ({ start }) => {
	const dir = mkdtempSync(join(tmpdir(), "mcp-inspect-env-"));
	const envFile = join(dir, ".env");
	writeFileSync(envFile, '# a comment\nFROM_FILE="two words"\n');
	const bridge = await start(["run", "--env-file", envFile, "--clean-env", "--cwd", dir, "--", process.execPath, resolve("e2e/servers/server.mjs"), "env"], {
		env: { SECRET_OF_OURS: "x" },
	});
	const session = await connected(bridge);
	const text = await resultText(bridge, await callTool(bridge, session, "env"));
	const { env, cwd } = JSON.parse(text);
	expect(env.FROM_FILE).toBe("two words");
	expect(env.SECRET_OF_OURS).toBeUndefined();
	expect(cwd).toBe(dir);
});

test("a pinned revision is what the server is offered", async ({ start }) => {
	const bridge = await start(["run", "--era", "2025-03-26", "--", process.execPath, resolve("e2e/servers/server.mjs"), "plain"]);
	const session = await connected(bridge);
	expect(session.server?.protocolVersion).toBe("2025-03-26");
});

test("auto tries the modern revision and falls back in sight", async ({ startServer }) => {
	const bridge = await startServer("plain");
	const session = await connected(bridge);
	expect(session.server?.era).toBe("legacy");
	expect(session.steps.map((step) => step.text).join("\n")).toMatch(/initialize/i);
});

test("a server of the reference SDK v1 is spoken to as legacy", async ({ start, open }) => {
	const bridge = await start(["run", "--", process.execPath, resolve("e2e/servers/sdk-v1.mjs")]);
	const session = await listed(bridge);
	expect(session.server?.era).toBe("legacy");
	const tools = new Tools(await open(bridge, "/tools?item=add"));
	await tools.field("a").fill("2");
	await tools.field("b").fill("40");
	await tools.run.click();
	await expect(tools.result).toContainText("42");
});

test("the reference server with everything connects, and all its tools are listed", async ({ start, open }) => {
	const bridge = await start(["run", "--", process.execPath, resolve("node_modules/@modelcontextprotocol/server-everything/dist/index.js")]);
	const session = await listed(bridge);
	expect(session.lists.tools?.state).toBe("complete");
	const tools = new Tools(await open(bridge));
	await tools.select("echo");
	await tools.field("message").fill("hello");
	await tools.run.click();
	await expect(tools.result).toContainText("hello");
});
