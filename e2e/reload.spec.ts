import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "./fixtures.ts";
import { Messages } from "./pages/messages.ts";
import { expectConnection } from "./pages/shell.ts";
import { Tools } from "./pages/tools.ts";
import { callBridge } from "./setup/bridge-client.ts";
import { callEnd, listed, sessionOnce } from "./setup/sessions.ts";
import type { StartedCli } from "./setup/start-cli.ts";

const wire = pathToFileURL(resolve("e2e/servers/wire.mjs")).href;

/** A server of some tools, as a file that can be written anew. */
const source = (...tools: readonly string[]) =>
	`import { openWire } from ${JSON.stringify(wire)};\nconst wire = openWire();\n${tools.map((name) => `wire.tool(${JSON.stringify(name)}, () => wire.text(${JSON.stringify(name)}));`).join("\n")}\n`;

function project(text: string, name = "server.mjs"): { folder: string; save: (text: string, name?: string) => void; file: string } {
	const folder = mkdtempSync(join(tmpdir(), "mcp-inspect-reload-"));
	const save = (content: string, file = name) => {
		mkdirSync(join(folder, file, ".."), { recursive: true });
		writeFileSync(join(folder, file), content);
	};
	save(text);
	return { folder, save, file: join(folder, name) };
}

const run = (bridge: StartedCli, number: number) =>
	sessionOnce(
		bridge,
		`listed in run ${number}`,
		(session) =>
			session.run === number && session.state === "connected" && Object.values(session.lists).every((list) => list.state !== "loading" && list.run === number),
	);

test("a save starts the server again, lists anew, and the page keeps what was typed and filtered", async ({ start, open }) => {
	const { save, file } = project(source("first"));
	const bridge = await start(["dev", file]);
	const before = await listed(bridge);
	expect(before.watching).toHaveLength(1);
	const page = await open(bridge, "/tools?item=echo&tab=json");
	const tools = new Tools(page);
	await expect(tools.option("first")).toBeVisible();
	await page.getByRole("textbox", { name: "Arguments as JSON" }).click();
	await page.keyboard.press("ControlOrMeta+A");
	await page.keyboard.type('{"kept": 1}');
	await new Messages(page).filterBy("kind:event");
	save(source("first", "second"));
	await expect(tools.option("second")).toBeVisible();
	await expect(tools.option("echo")).toHaveAttribute("aria-selected", "true");
	await expect(page.getByRole("textbox", { name: "Arguments as JSON" })).toContainText('"kept": 1');
	await expect(new Messages(page).filter).toHaveValue("kind:event");
	await expect(new Messages(page).row("a source changed")).toBeVisible();
	const { runs } = await run(bridge, 2);
	expect(runs.map(({ endedBy, changed }) => [endedBy, changed])).toEqual([
		["change", undefined],
		[undefined, ["server.mjs"]],
	]);
});

test("a burst of saves is one restart", async ({ start }) => {
	const { save, file } = project(source());
	const bridge = await start(["dev", file]);
	await listed(bridge);
	for (let i = 0; i < 20; i++) save(source(`tool_${i}`));
	const session = await run(bridge, 2);
	expect(session.runs).toHaveLength(2);
});

test("a broken save shows why, keeps the lists and the log, and the next save goes on", async ({ start, open }) => {
	const { save, file } = project(source("kept"));
	const bridge = await start(["dev", file]);
	await listed(bridge);
	const page = await open(bridge);
	await expect(new Tools(page).option("kept")).toBeVisible();
	save("import { nothing } from './missing.mjs';\n");
	await expectConnection(page, "Failed");
	await expect(page.getByText(/missing\.mjs/).first()).toBeVisible();
	await expect(new Tools(page).option("kept"), "the last good list").toBeVisible();
	save(source("kept", "repaired"));
	await expectConnection(page, "Connected");
	await expect(new Tools(page).option("repaired")).toBeVisible();
	const session = await run(bridge, 3);
	expect(session.before?.run, "compared with the last run that worked").toBe(1);
	expect((await callBridge(bridge, "listSessions", {})).sessions).toHaveLength(1);
});

test("calls in flight are cancelled and say why", async ({ start }) => {
	const text = `${source()}wire.tool("wait", () => {});\n`;
	const { save, file } = project(text);
	const bridge = await start(["dev", file]);
	const session = await listed(bridge);
	const { callId } = await callBridge(bridge, "request", { sessionId: session.id, method: "tools/call", params: '{"name":"wait","arguments":{}}' });
	save(`${text}// changed\n`);
	const { outcome } = await callEnd(bridge, callId);
	expect(outcome).toMatchObject({ kind: "cancelled", message: expect.stringContaining("a source changed") });
});

/** A server with one tool whose schema is given. */
const withSchema = (schema: object, name = "search") =>
	`import { openWire } from ${JSON.stringify(wire)};\nconst wire = openWire();\nwire.tool(${JSON.stringify(name)}, () => wire.text("found"), { inputSchema: ${JSON.stringify(schema)} });\n`;

test("what a reload changed is said at once, ranked, and marked until it is looked at", async ({ start, open }) => {
	const before = { type: "object", properties: { query: { type: "string" }, limit: { type: "integer", maximum: 100 } }, required: ["query"] };
	const after = {
		type: "object",
		properties: { query: { type: "string" }, limit: { type: "integer", maximum: 50 }, tag: { type: "string" } },
		required: ["query", "tag"],
	};
	const { save, file } = project(withSchema(before));
	const bridge = await start(["dev", file]);
	await listed(bridge);
	const page = await open(bridge, "/tools?item=echo");
	const tools = new Tools(page);
	await expect(tools.option("search")).toBeVisible();
	save(withSchema(after));
	await expect(page.getByRole("status").filter({ hasText: "The reload breaks callers" })).toBeVisible();
	await expect(tools.option("search").getByText("changed")).toBeVisible();
	await tools.select("search");
	await tools.select("echo");
	await expect(tools.option("search").getByText("changed")).toBeHidden();
	await page.getByRole("link", { name: "Show changes" }).click();
	const item = page.getByRole("region", { name: "tool search" });
	await expect(item.getByRole("listitem")).toHaveText([/^breaking.*tag is new and required/, /^warning.*limit.*50.*100/]);
	await expect(item.getByRole("row", { name: /limit.*limit/ })).toBeVisible();
	await expect(page.getByRole("tab", { name: /^Changes/ })).toHaveText(/2/);
	await page.reload();
	await expect(item.getByRole("listitem"), "a reload of the page finds them again").toHaveCount(2);
});

test("a save that changes nothing for callers says nothing", async ({ start, open }) => {
	const { save, file } = project(source("same"));
	const bridge = await start(["dev", file]);
	await listed(bridge);
	const page = await open(bridge, "/server?tab=changes");
	await expect(page.getByText("Nothing to compare yet")).toBeVisible();
	save(`${source("same")}// only a comment\n`);
	await expect(page.getByText("Nothing changed")).toBeVisible();
	await expect(page.getByText(/The reload/)).toBeHidden();
});

test("the result of a pinned call is compared with the one before the reload", async ({ start, open }) => {
	const answers = (text: string) =>
		source().concat(
			`wire.tool("tell", () => ({ content: [{ type: "text", text: ${JSON.stringify(text)} }], structuredContent: { said: ${JSON.stringify(text)}, kept: 1 } }));\n`,
		);
	const { save, file } = project(answers("one"));
	const bridge = await start(["dev", file]);
	await listed(bridge);
	const page = await open(bridge, "/tools?item=tell");
	const tools = new Tools(page);
	await tools.run.click();
	await tools.result.getByRole("button", { name: "Run again after each reload" }).click();
	await expect(tools.result.getByRole("button", { name: "Run again after each reload" })).toHaveAttribute("aria-pressed", "true");
	save(`${answers("one")}// the same\n`);
	await expect(tools.result.getByText("the same as in run 1")).toBeVisible();
	save(answers("two"));
	await expect(tools.result.getByText("differs from run 2")).toBeVisible();
	await tools.result.getByRole("radio", { name: "Diff" }).click();
	const diff = page.getByRole("region", { name: "The result against that of run 2" });
	await expect(diff.getByText('removed: "said": "one"')).toBeVisible();
	await expect(diff.getByText('added: "said": "two"')).toBeVisible();
});

test("a call that is pinned is made again after each reload", async ({ start }) => {
	const { save, file } = project(source("one"));
	const bridge = await start(["dev", file]);
	const session = await listed(bridge);
	const { callId } = await callBridge(bridge, "request", { sessionId: session.id, method: "tools/call", params: '{"name":"one","arguments":{"n": 1.50}}' });
	await callEnd(bridge, callId);
	await callBridge(bridge, "pinCall", { sessionId: session.id, callId });
	save(`${source("one")}// changed\n`);
	const { pinned } = await sessionOnce(bridge, "called again", ({ pinned: pin }) => pin?.callIds.length === 2);
	expect(pinned?.callIds[0]).toBe(callId);
	expect((await callEnd(bridge, pinned?.callIds[1] ?? "")).outcome.kind).toBe("result");
});

test("a server that was stopped stays so, and --no-watch watches nothing", async ({ start, open }) => {
	const { save, file } = project(source("first"));
	const bridge = await start(["dev", file]);
	const { id } = await listed(bridge);
	await callBridge(bridge, "stop", { sessionId: id });
	await sessionOnce(bridge, "stopped", ({ state }) => state === "disconnected");
	const still = await start(["dev", file, "--no-watch"]);
	expect((await listed(still)).watching).toEqual([]);
	save(source("second"));
	// another server of the same file sees the save; when it has started again, the others had their time
	const third = await start(["dev", file]);
	await listed(third);
	save(source("third"));
	await run(third, 2);
	for (const bridgeOf of [bridge, still]) expect((await callBridge(bridgeOf, "listSessions", {})).sessions[0]?.run).toBe(1);
	await open(bridge);
});

test("run --watch and dev --watch take patterns of further files", async ({ start }) => {
	const { folder, save, file } = project(source());
	save("one", "prompts/a.md");
	const bridge = await start(["run", "--cwd", folder, "--watch", "prompts/**/*.md", "--", process.execPath, file]);
	await listed(bridge);
	save("two", "prompts/a.md");
	expect((await run(bridge, 2)).runs[1]?.changed).toEqual([join("prompts", "a.md")]);
});
