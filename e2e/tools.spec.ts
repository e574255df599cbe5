import { expect, test } from "./fixtures.ts";
import { Messages } from "./pages/messages.ts";
import { expectConnection } from "./pages/shell.ts";
import { Tools } from "./pages/tools.ts";
import { readRaw } from "./setup/bridge-client.ts";
import { readEntries } from "./setup/read-stream.ts";
import { listed } from "./setup/sessions.ts";
import type { StartedCli } from "./setup/start-cli.ts";
import { until } from "./setup/until.ts";

/** The arguments of the newest tools/call, as text from the wire. */
async function lastArguments(bridge: StartedCli, after = 0): Promise<string> {
	const entry = await until("a tools/call on the wire", async () =>
		(await readEntries(bridge)).filter((one) => one.kind === "request" && one.method === "tools/call" && one.seq > after).at(-1),
	);
	const raw = (await readRaw(bridge, entry.seq)).toString("utf8");
	return /"arguments":(\{.*?\})(,"_meta"|\}\}|,"name")/s.exec(raw)?.[1] ?? raw;
}

test("a form sends what was typed and leaves untouched optional fields out", async ({ startServer, open }) => {
	const bridge = await startServer("forms");
	await listed(bridge);
	const page = await open(bridge, "/tools?item=plain_fields");
	const tools = new Tools(page);
	await tools.field("title").fill("hello");
	await tools.run.click();
	await expect(tools.result).toContainText("hello");
	expect(JSON.parse(await lastArguments(bridge))).toEqual({ title: "hello" });
});

test("optional fields can be added, and taken out again", async ({ startServer, open }) => {
	const bridge = await startServer("forms");
	await listed(bridge);
	const page = await open(bridge, "/tools?item=plain_fields");
	const tools = new Tools(page);
	await tools.field("title").fill("hello");
	await tools.add("count");
	await tools.field("count").fill("3");
	await tools.run.click();
	await expect(tools.result).toContainText("3");
	expect(JSON.parse(await lastArguments(bridge))).toEqual({ title: "hello", count: 3 });
});

test("nested objects and arrays reach the wire in their shape", async ({ startServer, open }) => {
	const bridge = await startServer("forms");
	await listed(bridge);
	const page = await open(bridge, "/tools?item=nested");
	const tools = new Tools(page);
	await tools.field("name").fill("Ada");
	await tools.run.click();
	await expect(tools.result).toContainText("Ada");
	expect(JSON.parse(await lastArguments(bridge))).toEqual({ author: { name: "Ada" } });
});

test("integers keep all their digits", async ({ startServer, open }) => {
	const bridge = await startServer("forms");
	await listed(bridge);
	const page = await open(bridge, "/tools?item=big_numbers");
	const tools = new Tools(page);
	await tools.field("id").fill("12345678901234567890");
	await tools.run.click();
	await expect(tools.result).toBeVisible();
	expect(await lastArguments(bridge)).toContain("12345678901234567890");
});

test("the JSON tab keeps whatever was typed, and invalid text cannot be run", async ({ startServer, open }) => {
	const bridge = await startServer("forms");
	await listed(bridge);
	const page = await open(bridge, "/tools?item=plain_fields");
	const tools = new Tools(page);
	await tools.tab("JSON");
	const editor = page.getByRole("textbox", { name: /arguments|json/i }).first();
	await editor.click();
	await page.keyboard.press("ControlOrMeta+a");
	await page.keyboard.press("Delete");
	await page.keyboard.insertText('{ "title": oops');
	await expect(tools.run).toBeDisabled();
	await tools.tab("Schemas");
	await tools.tab("JSON");
	await expect(page.getByRole("textbox", { name: /arguments|json/i }).first()).toContainText('"title": oops');
	await page
		.getByRole("textbox", { name: /arguments|json/i })
		.first()
		.click();
	await page.keyboard.press("ControlOrMeta+a");
	await page.keyboard.insertText('{"title":"from json","extra":1.50}');
	await expect(tools.run).toBeEnabled();
	await tools.run.click();
	await expect(tools.result).toContainText("from json");
	expect(await lastArguments(bridge)).toContain("1.50");
});

test("the last arguments of a tool are remembered after a reload and in another bridge", async ({ start, open, page }) => {
	const { mkdtempSync } = await import("node:fs");
	const { tmpdir } = await import("node:os");
	const { join } = await import("node:path");
	const { serverArgs } = await import("./setup/servers.ts");
	const dataDir = mkdtempSync(join(tmpdir(), "mcp-inspect-remember-"));
	const first = await start(serverArgs("forms"), { dataDir });
	await listed(first);
	await open(first, "/tools?item=plain_fields");
	const tools = new Tools(page);
	await tools.field("title").fill("remember me");
	await tools.run.click();
	await expect(tools.result).toContainText("remember me");
	await page.reload();
	await expect(tools.field("title")).toHaveValue("remember me");
	await page.goto("about:blank");
	await first.end();
	const second = await start(serverArgs("forms"), { dataDir });
	await listed(second);
	await open(second, "/tools?item=plain_fields");
	await expect(tools.field("title")).toHaveValue("remember me");
});

test("Ctrl/Cmd+Enter runs from within a field", async ({ startServer, open }) => {
	const bridge = await startServer("forms");
	await listed(bridge);
	const page = await open(bridge, "/tools?item=plain_fields");
	const tools = new Tools(page);
	await tools.field("title").fill("by keyboard");
	await page.keyboard.press("ControlOrMeta+Enter");
	await expect(tools.result).toContainText("by keyboard");
});

test("progress is shown live, and the call ends in its result", async ({ startServer, open }) => {
	const bridge = await startServer("progress");
	await listed(bridge);
	const page = await open(bridge, "/tools?item=count");
	const tools = new Tools(page);
	await tools.run.click();
	await expect(page.getByRole("progressbar").first()).toBeVisible();
	await expect(page.getByText(/step [1-5]/).first()).toBeVisible();
	await expect(tools.result).toContainText("counted to 5");
	await expect(page.getByRole("progressbar")).toHaveCount(0);
});

test("Cancel sends the cancellation and says so", async ({ startServer, open }) => {
	const bridge = await startServer("slow");
	await listed(bridge);
	const page = await open(bridge, "/tools?item=wait");
	const tools = new Tools(page);
	await tools.run.click();
	await expect(tools.cancel).toBeVisible();
	await tools.cancel.click();
	await expect(tools.result).toContainText(/cancel/i);
	expect((await readEntries(bridge)).some((entry) => entry.method === "notifications/cancelled" && entry.direction === "out")).toBe(true);
	await expect(tools.run).toBeEnabled();
});

test("a tool's error and a protocol error are told apart", async ({ startServer, open }) => {
	const bridge = await startServer("errors");
	await listed(bridge);
	const page = await open(bridge, "/tools?item=tool_error");
	const tools = new Tools(page);
	await tools.run.click();
	await expect(tools.result).toContainText("The disk is full.");
	await expect(tools.result).toContainText(/tool error/i);
	await tools.select("protocol_error");
	await tools.run.click();
	await expect(tools.result).toContainText(/[-−]32602/);
	await expect(tools.result).toContainText("Bad arguments");
	await expect(tools.result).not.toContainText(/tool error/i);
});

test("every kind of content block is shown, and nothing is fetched or run", async ({ startServer, open }) => {
	const bridge = await startServer("content");
	await listed(bridge);
	const page = await open(bridge, "/tools?item=everything");
	const tools = new Tools(page);
	await tools.run.click();
	await expect(tools.result).toContainText("plain <b>text</b>");
	await expect(tools.result.locator("img[src^='blob:']")).toBeVisible();
	await expect(tools.result.locator("audio")).toHaveAttribute("src", /^blob:/);
	for (const text of ["an embedded note", "note://1", "blob://1", "https://links.invalid/x", "hologram"]) await expect(tools.result).toContainText(text);
});

test("an image that is something else is not shown as what it claims", async ({ startServer, open }) => {
	const bridge = await startServer("content");
	await listed(bridge);
	const page = await open(bridge, "/tools?item=liar");
	const tools = new Tools(page);
	await tools.run.click();
	await expect(tools.result).toContainText("text/html");
	await expect(tools.result.locator("iframe, object, embed, script, svg script")).toHaveCount(0);
});

test("structured content is judged against the output schema", async ({ startServer, open }) => {
	const bridge = await startServer("outputs");
	await listed(bridge);
	const page = await open(bridge, "/tools?item=matches");
	const tools = new Tools(page);
	await tools.run.click();
	await expect(tools.result).toContainText(/matches (the )?output schema/i);
	await tools.select("differs");
	await tools.run.click();
	await expect(tools.result).toContainText(/2 differences|differ|does not match/i);
	await tools.select("undeclared");
	await tools.run.click();
	await expect(tools.result).toContainText(/no output schema/i);
});

test("the frames of a call are one click away", async ({ startServer, open }) => {
	const bridge = await startServer("plain");
	await listed(bridge);
	const page = await open(bridge, "/tools?item=echo");
	const tools = new Tools(page);
	await tools.run.click();
	const link = tools.result
		.getByRole("link", { name: /frames?/i })
		.or(tools.result.getByRole("button", { name: /frames?/i }))
		.first();
	await link.click();
	await expect(new Messages(page).grid.locator("[role=row][aria-selected=true]")).toContainText("tools/call");
});

test("search narrows the list, / focuses it", async ({ startServer, open }) => {
	const bridge = await startServer("forms");
	await listed(bridge);
	const page = await open(bridge);
	const tools = new Tools(page);
	await expect(tools.option("nested")).toBeVisible();
	await page.locator("body").click({ position: { x: 700, y: 5 } });
	await page.keyboard.press("/");
	await page.keyboard.type("big");
	await expect(tools.list.getByRole("option")).toHaveCount(1);
	await expect(tools.option("big_numbers")).toBeVisible();
});

test("annotations are shown, and remote icons are not fetched", async ({ startServer, open }) => {
	const bridge = await startServer("annotated");
	await listed(bridge);
	const page = await open(bridge, "/tools?item=destroys");
	await expect(page.getByText(/destructive/i).first()).toBeVisible();
	await new Tools(page).select("reads");
	await expect(page.getByText(/read-only/i).first()).toBeVisible();
});

test("schemas that would hang a form do not, and are never fetched", async ({ startServer, open }) => {
	test.setTimeout(120_000);
	const bridge = await startServer("hostile-schemas");
	await listed(bridge);
	const page = await open(bridge);
	const tools = new Tools(page);
	await expectConnection(page, "Connected");
	for (const name of ["cycle", "self", "external", "booleans", "everything", "redos", "wide_enum", "exponential", "prototype", "not_a_schema"]) {
		await tools.select(name);
		await expect(tools.run).toBeVisible({ timeout: 3_000 });
		// the page answers
		await page.evaluate(() => new Promise(requestAnimationFrame));
	}
	await tools.select("redos");
	await tools.field("text").fill(`${"a".repeat(40)}!`);
	await expect(tools.field("text")).toHaveValue(`${"a".repeat(40)}!`);
});
