import { createRequire } from "node:module";
import { expect, test } from "./fixtures.ts";
import { Messages } from "./pages/messages.ts";
import { Resources } from "./pages/resources.ts";
import { expectConnection, restart } from "./pages/shell.ts";
import { readEntries } from "./setup/read-stream.ts";
import { sentParams } from "./setup/sent-params.ts";
import { callTool, listed, sessionOnce } from "./setup/sessions.ts";

const everything = createRequire(import.meta.url).resolve("@modelcontextprotocol/server-everything/dist/index.js");

test("the panel is one click away, and the address brings back what was chosen", async ({ startServer, open }) => {
	const bridge = await startServer("resources");
	await listed(bridge);
	const page = await open(bridge);
	await page.getByRole("navigation", { name: "Panels" }).getByRole("link", { name: "Resources" }).click();
	const resources = new Resources(page);
	await resources.open("text");
	await expect(resources.result).toContainText("plain <b>text</b>");
	await page.reload();
	await expect(resources.option("text")).toHaveAttribute("aria-selected", "true");
	await expect(resources.result).toContainText("plain <b>text</b>");
});

test("content is shown as what it is, and nothing of it is run", async ({ startServer, open }) => {
	const bridge = await startServer("resources");
	await listed(bridge);
	const page = await open(bridge, "/resources");
	const resources = new Resources(page);
	await resources.open("json");
	await expect(resources.result).toContainText("12345678901234567890");
	await resources.open("html");
	await expect(resources.result).toContainText("<script>alert(1)</script>");
	await resources.open("image");
	await expect(resources.result.locator("img[src^='blob:']")).toBeVisible();
	await expect(resources.result).toContainText("1 × 1");
	await resources.open("bytes");
	await expect(resources.result).toContainText("00 01 02 03 04 05 ff fe fd");
	await resources.open("several");
	await expect(resources.result.getByRole("article")).toHaveCount(2);
	await expect(resources.result).toContainText("the first");
	await resources.open("odd");
	await expect(resources.result).toContainText("contents without a uri");
	await expect(resources.result.locator("iframe, object, embed, script")).toHaveCount(0);
});

test("a claimed type that is not so is marked", async ({ startServer, open }) => {
	const bridge = await startServer("resources");
	await listed(bridge);
	const page = await open(bridge, "/resources");
	const resources = new Resources(page);
	await resources.open("liar");
	await expect(resources.result).toContainText("The server calls it image/png; the bytes are text.");
	await expect(resources.result.locator("img")).toHaveCount(0);
	await resources.open("pdf-liar");
	await expect(resources.result).toContainText("The server calls it application/json; the bytes are application/pdf.");
	await resources.open("not-json");
	await expect(resources.result).toContainText("it is not JSON");
	await resources.open("not-base64");
	await expect(resources.result).toContainText("not base64");
});

test("bytes can be kept as a file, unchanged", async ({ startServer, open }) => {
	const bridge = await startServer("resources");
	await listed(bridge);
	const page = await open(bridge, "/resources");
	const resources = new Resources(page);
	await resources.open("bytes");
	const download = page.waitForEvent("download");
	await resources.result.getByRole("button", { name: /Download/ }).click();
	const file = await download;
	expect(file.suggestedFilename()).toBe("bytes");
	const chunks: Buffer[] = [];
	for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
	expect(Buffer.concat(chunks).toString("hex")).toBe("000102030405fffefd");
});

test("a PDF is drawn by the browser when it is asked for", async ({ start, open, tolerate }) => {
	// the viewer is part of the browser
	tolerate(/request that leaves this machine: chrome/);
	const bridge = await start(["demo"]);
	await listed(bridge);
	const page = await open(bridge, "/resources?item=notes://handbook.pdf");
	const resources = new Resources(page);
	await resources.read.click();
	await expect(resources.result).toContainText("application/pdf");
	await expect(resources.result.locator("iframe")).toHaveCount(0);
	await resources.result.getByRole("button", { name: "Show the PDF" }).click();
	await expect(resources.result.locator("iframe")).toHaveAttribute("src", /^blob:/);
});

test("an error is told, and a read can be cancelled", async ({ startServer, open }) => {
	const bridge = await startServer("resources");
	await listed(bridge);
	const page = await open(bridge, "/resources");
	const resources = new Resources(page);
	await resources.open("gone");
	await expect(resources.result).toContainText(/[-−]32002/);
	await expect(resources.result).toContainText("Resource not found");
	await resources.open("slow");
	await page.getByRole("button", { name: "Cancel", exact: true }).click();
	await expect(resources.result).toContainText(/cancelled/i);
	expect((await readEntries(bridge)).some(({ method, direction }) => method === "notifications/cancelled" && direction === "out")).toBe(true);
});

test("a URI that no list has can be read", async ({ startServer, open }) => {
	const bridge = await startServer("resources");
	await listed(bridge);
	const page = await open(bridge, "/resources");
	const resources = new Resources(page);
	await page.getByRole("textbox", { name: "URI of any resource" }).fill("secret://cellar?x=1");
	await page.keyboard.press("Enter");
	await expect(resources.result).toContainText("secret://cellar?x=1 read 1");
	await expect(page.getByText("not in the list")).toBeVisible();
	expect(new URL(page.url()).searchParams.get("item")).toBe("secret://cellar?x=1");
	await resources.read.click();
	await expect(resources.result).toContainText("read 2");
});

test("templates expand as they are filled in, and what was filled in is remembered", async ({ startServer, open }) => {
	const bridge = await startServer("resources");
	await listed(bridge);
	const page = await open(bridge, "/resources?item=item://{id}");
	const resources = new Resources(page);
	await expect(resources.option("item")).toHaveAttribute("aria-selected", "true");
	await resources.field("id").fill("a b/ü");
	await expect(resources.expandedUri).toHaveText("item://a%20b%2F%C3%BC");
	await page.keyboard.press("ControlOrMeta+Enter");
	await expect(resources.result).toContainText("item://a%20b%2F%C3%BC read 1");
	await resources.select("find");
	await resources.field("base").fill("x/y");
	await page.getByRole("button", { name: "Add q" }).click();
	await resources.field("q").fill("50%");
	await expect(resources.expandedUri).toHaveText("find://x/y?q=50%25");
	await page.getByRole("textbox", { name: /^path/ }).fill("one");
	await page.keyboard.press("Enter");
	await expect(resources.expandedUri).toHaveText("find://x/y/one?q=50%25");
	await page.reload();
	await expect(resources.field("base")).toHaveValue("x/y");
	await resources.select("item");
	await expect(resources.field("id")).toHaveValue("a b/ü");
});

test("variables of a template complete, by what was filled in before", async ({ startServer, open }) => {
	const bridge = await startServer("resources");
	await listed(bridge);
	const page = await open(bridge, "/resources?item=pair://{country}/{city}");
	const resources = new Resources(page);
	await resources.field("country").fill("pe");
	await page.getByRole("option", { name: "Peru" }).click();
	await expect(resources.field("country")).toHaveValue("Peru");
	await resources.field("city").click();
	await page.getByRole("option", { name: "Lima" }).click();
	await expect(resources.expandedUri).toHaveText("pair://Peru/Lima");
	expect((await sentParams(bridge, "completion/complete")).at(-1)).toMatchObject({
		ref: { type: "ref/resource", uri: "pair://{country}/{city}" },
		argument: { name: "city", value: "" },
		context: { arguments: { country: "Peru" } },
	});
});

test("a malformed template says where, and can be read by hand", async ({ startServer, open }) => {
	const bridge = await startServer("resources");
	await listed(bridge);
	const page = await open(bridge, "/resources");
	const resources = new Resources(page);
	await resources.select("malformed");
	await expect(page.getByText("malformed at character 7: a { without its }")).toBeVisible();
	await page.getByLabel("URI, written by hand").fill("bad://7");
	await resources.read.click();
	await expect(resources.result).toContainText("bad://7 read 1");
});

test("updates of a subscribed resource are seen, and read at once where they are followed", async ({ startServer, open }) => {
	const bridge = await startServer("resources");
	const session = await listed(bridge);
	const page = await open(bridge, "/resources?item=doc://counter");
	const resources = new Resources(page);
	await resources.read.click();
	await expect(resources.result).toContainText("read 1");
	await resources.subscribe.click();
	await expect(resources.unsubscribe).toBeVisible();
	expect(await sentParams(bridge, "resources/subscribe")).toEqual([{ uri: "doc://counter" }]);
	await callTool(bridge, session, "touch", { uri: "doc://counter" });
	await expect(resources.result).toContainText("read 2");

	await page.getByRole("switch", { name: "Read on update" }).click();
	await callTool(bridge, session, "touch", { uri: "doc://counter", times: 3 });
	await expect(resources.option("counter")).toContainText("updated");
	await expect(page.getByText(/Updated 4 times, last by frame \d+, and not read since/)).toBeVisible();
	await resources.select("text");
	await expect(resources.option("counter")).toContainText("updated");
	await resources.open("counter");
	await expect(resources.result).toContainText("read 3");
	await expect(resources.option("counter")).not.toContainText("updated");

	await resources.unsubscribe.click();
	await expect(resources.subscribe).toBeVisible();
	await expect.poll(() => sentParams(bridge, "resources/unsubscribe")).toEqual([{ uri: "doc://counter" }]);
});

test("a storm of updates becomes a few reads", async ({ startServer, open }) => {
	const bridge = await startServer("resources");
	const session = await listed(bridge);
	const page = await open(bridge, "/resources?item=doc://counter");
	const resources = new Resources(page);
	await resources.subscribe.click();
	await expect(resources.unsubscribe).toBeVisible();
	await callTool(bridge, session, "touch", { uri: "doc://counter", times: 5_000 });
	await expect(page.getByText(/Updated 5000 times/)).toBeVisible();
	await expect(resources.result).toContainText(/read \d/);
	await expect(resources.option("counter")).not.toContainText("updated");
	expect((await sentParams(bridge, "resources/read")).length).toBeLessThan(20);
});

test("a refused subscription says why, and a restart subscribes again", async ({ startServer, open }) => {
	const bridge = await startServer("resources");
	await listed(bridge);
	const page = await open(bridge, "/resources?item=doc://gone");
	const resources = new Resources(page);
	await resources.subscribe.click();
	await expect(page.getByText(/Not subscribed: resources\/subscribe was refused with -32602: Nobody can subscribe to this/)).toBeVisible();
	await resources.select("counter");
	await resources.subscribe.click();
	await expect(resources.unsubscribe).toBeVisible();
	await restart(page).click();
	const again = await sessionOnce(
		bridge,
		"subscribed in run 2",
		({ run, subscriptions }) => run === 2 && subscriptions.some(({ uri, state }) => uri === "doc://counter" && state === "active"),
	);
	await callTool(bridge, again, "touch", { uri: "doc://counter" });
	await expect(resources.result).toContainText("read 1");
});

test("the modern era subscribes by a stream, and ends it", async ({ start, open }) => {
	const bridge = await start(["demo"]);
	const session = await listed(bridge);
	expect(session.server?.era).toBe("modern");
	const page = await open(bridge, "/resources?item=notes://tags");
	const resources = new Resources(page);
	await resources.read.click();
	await expect(resources.result).toContainText('"reading"');
	await resources.subscribe.click();
	await expect(resources.unsubscribe).toBeVisible();
	expect(await sentParams(bridge, "subscriptions/listen")).toContainEqual(
		expect.objectContaining({ notifications: { resourceSubscriptions: ["notes://tags"] } }),
	);
	await callTool(bridge, session, "create_note", { title: "new", tags: ["brand-new"] });
	await expect(resources.result).toContainText('"brand-new"');
	await resources.unsubscribe.click();
	await expect(resources.subscribe).toBeVisible();
	await expect
		.poll(async () => (await readEntries(bridge)).filter(({ method, direction }) => method === "notifications/cancelled" && direction === "out").length)
		.toBe(1);
});

test("malformed items are told, and the good ones among them can be read", async ({ startServer, open }) => {
	const bridge = await startServer("bad-resources");
	await listed(bridge);
	const page = await open(bridge, "/resources");
	const resources = new Resources(page);
	await resources.open("good");
	await expect(resources.result).toContainText("read ok://1");
	await expect(page.getByText("4 items of the list cannot be used")).toBeVisible();
	await expect(resources.option("twin")).toHaveCount(2);
	await resources.option("twin").nth(1).click();
	await expect(resources.option("twin").nth(1)).toHaveAttribute("aria-selected", "true");
	await expect(resources.option("twin").nth(0)).toHaveAttribute("aria-selected", "false");
	await resources.open("ok://nameless");
	await expect(resources.result).toContainText("read ok://nameless");
	await resources.open("<img src=x onerror=alert(1)>");
	await expect(page.locator("img[src=x]")).toHaveCount(0);
});

test("10,000 resources and as many templates are listed and searched without a freeze", async ({ startServer, open }) => {
	const bridge = await startServer("many-resources");
	await listed(bridge);
	const page = await open(bridge, "/resources");
	const resources = new Resources(page);
	await expect(resources.option("resource 0")).toBeVisible();
	expect(await resources.list.or(resources.templates).getByRole("option").count()).toBeLessThan(200);
	await page.getByRole("searchbox", { name: "Search resources" }).fill("9999");
	await expect(resources.option("resource 9999")).toBeVisible({ timeout: 2_000 });
	await expect(resources.option("template 9999")).toBeVisible();
});

test("a server without resources says so, and one with an empty list says that", async ({ startServer, start, open }) => {
	const bridge = await startServer("plain");
	await listed(bridge);
	const page = await open(bridge, "/resources");
	await expect(page.getByText("Resources not offered")).toBeVisible();
	const none = await start(["run", "--", process.execPath, "e2e/servers/server.mjs", "many-resources", "0"]);
	await listed(none);
	await open(none, "/resources");
	await expect(page.getByText("No resources yet")).toBeVisible();
});

test("everything works by keyboard alone", async ({ startServer, open }) => {
	const bridge = await startServer("resources");
	await listed(bridge);
	const page = await open(bridge, "/resources");
	const resources = new Resources(page);
	await expectConnection(page, "Connected");
	await expect(resources.option("text")).toBeVisible();
	await page.keyboard.press("/");
	await page.keyboard.type("counter");
	await page.keyboard.press("Enter");
	await expect(resources.option("counter")).toHaveAttribute("aria-selected", "true");
	await page.keyboard.press("Enter");
	await expect(resources.result).toContainText("read 1");
	await page.keyboard.press("/");
	await page.keyboard.press("ControlOrMeta+a");
	await page.keyboard.type("item");
	await page.keyboard.press("ArrowDown");
	await expect(resources.option("item")).toHaveAttribute("aria-selected", "true");
	await resources.field("id").focus();
	await page.keyboard.type("7");
	await page.keyboard.press("ControlOrMeta+Enter");
	await expect(resources.result).toContainText("item://7 read 1");
	await expect(new Messages(page).row("item://7").first()).toBeVisible();
});

test("server-everything: resources, templates and updates over stdio", async ({ start, open }) => {
	const bridge = await start(["run", "--", process.execPath, everything, "stdio"]);
	await listed(bridge);
	const page = await open(bridge, "/resources");
	const resources = new Resources(page);
	await expect(resources.list.getByRole("option").first()).toBeVisible();
	await resources.list.getByRole("option").first().click();
	await resources.read.click();
	await expect(resources.result.getByRole("article")).toBeVisible();
	await resources.select("Dynamic Blob Resource");
	await resources.field("resourceId").fill("7");
	await resources.read.click();
	await expect(resources.result).toContainText("Resource 7: This is a base64 blob");
});

test("a server that knows no templates is not blamed for it", async ({ startServer, open }) => {
	const bridge = await startServer("bad-resources");
	await listed(bridge);
	const page = await open(bridge, "/resources");
	await expect(page.getByText("it does not know resources/templates/list")).toBeVisible();
	await expect(page.getByText("was refused")).toHaveCount(0);
});
