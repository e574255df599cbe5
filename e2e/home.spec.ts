import { resolve } from "node:path";
import { expect, test } from "./fixtures.ts";
import { expectConnection } from "./pages/shell.ts";
import { Tools } from "./pages/tools.ts";
import { callBridge } from "./setup/bridge-client.ts";

const command = `${process.execPath} ${resolve("e2e/servers/server.mjs")} plain`;

test("without a target the page asks for one, and nothing starts before Connect", async ({ start, open }) => {
	const bridge = await start([]);
	const page = await open(bridge);
	const connect = page.getByRole("button", { name: /^Connect/ });
	await expect(connect).toBeVisible();
	const field = page.getByRole("textbox").first();
	await expect(field).toBeFocused();
	await field.fill(command);
	await expect(connect).toBeEnabled();
	expect((await callBridge(bridge, "listSessions", {})).sessions).toHaveLength(0);
	await connect.click();
	await expectConnection(page, "Connected");
	await expect(new Tools(page).option("echo")).toBeVisible();
	expect((await callBridge(bridge, "listSessions", {})).sessions).toHaveLength(1);
});

test("Enter connects too, and a reload of the new page starts nothing", async ({ start, open }) => {
	const bridge = await start([]);
	const page = await open(bridge);
	const field = page.getByRole("textbox").first();
	await field.fill(command);
	await field.press("Enter");
	await expectConnection(page, "Connected");
	await page.reload();
	await expectConnection(page, "Connected");
	expect((await callBridge(bridge, "listSessions", {})).sessions).toHaveLength(1);
});

test("what cannot be read as a target is said under the field", async ({ start, open, tolerate }) => {
	tolerate(/400/);
	const bridge = await start([]);
	const page = await open(bridge);
	const field = page.getByRole("textbox").first();
	await field.fill('node "unclosed');
	await field.press("Enter");
	await expect(page.getByRole("alert").or(page.getByText(/quote/i)).first()).toBeVisible();
	expect((await callBridge(bridge, "listSessions", {})).sessions).toHaveLength(0);
});

test("the last targets are offered, without values of the environment", async ({ start, open }) => {
	const bridge = await start([]);
	const page = await open(bridge);
	await page.getByRole("textbox").first().fill(command);
	await page.getByRole("textbox").first().press("Enter");
	await expectConnection(page, "Connected");
	const { recent } = await callBridge(bridge, "recentTargets", {});
	expect(recent[0]?.text).toContain("server.mjs plain");
	expect(recent[0]?.outcome).toBe("connected");
	await page.goto("about:blank");
	await bridge.kill("SIGTERM");
	const again = await start([], { dataDir: bridge.dataDir });
	await open(again);
	await expect(page.getByText(/server\.mjs plain/).first()).toBeVisible();
	expect((await callBridge(again, "listSessions", {})).sessions).toHaveLength(0);
});

test("a URL is connected to from here too", async ({ start, startServer, open }) => {
	// any HTTP server that is no MCP server will do: the inspector's own page
	const other = await startServer("plain");
	const bridge = await start([]);
	const page = await open(bridge);
	await page.getByRole("textbox").first().fill(`${other.origin}/mcp`);
	await page.getByRole("textbox").first().press("Enter");
	await expectConnection(page, "Failed");
	await expect(page.getByText(`${other.origin}/mcp`).first()).toBeVisible();
});

test("a secret in a command line is not remembered, and asked for again", async ({ start, open }) => {
	const bridge = await start([]);
	const page = await open(bridge);
	await page.getByRole("textbox").first().fill(`${command} --token s3cret`);
	await page.getByRole("textbox").first().press("Enter");
	await expectConnection(page, "Connected");
	await page.goto("about:blank");
	await bridge.kill("SIGTERM");
	const again = await start([], { dataDir: bridge.dataDir });
	await open(again);
	await expect(page.getByText(/--token/).first()).toBeVisible();
	expect(await page.content()).not.toContain("s3cret");
	await page.getByRole("button", { name: /^Open / }).click();
	await expect(page.getByRole("textbox").first()).toHaveValue(`${command} --token `);
	await expect(page.getByRole("textbox").first()).toBeFocused();
	expect((await callBridge(again, "listSessions", {})).sessions).toHaveLength(0);
});
