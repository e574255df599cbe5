import { createRequire } from "node:module";
import { expect, test } from "./fixtures.ts";
import { Prompts } from "./pages/prompts.ts";
import { expectConnection } from "./pages/shell.ts";
import { readEntries } from "./setup/read-stream.ts";
import { sentParams } from "./setup/sent-params.ts";
import { listed } from "./setup/sessions.ts";

const everything = createRequire(import.meta.url).resolve("@modelcontextprotocol/server-everything/dist/index.js");

test("a prompt is got with its arguments, and both are there after a reload", async ({ startServer, open }) => {
	const bridge = await startServer("prompts");
	await listed(bridge);
	const page = await open(bridge);
	await page.getByRole("navigation", { name: "Panels" }).getByRole("link", { name: "Prompts" }).click();
	const prompts = new Prompts(page);
	await prompts.select("review");
	await expect(page.getByText("language, framework are required")).toBeVisible();
	await prompts.field("language").fill("c");
	await prompts.field("framework").fill("none");
	await prompts.get.click();
	await expect(prompts.result).toContainText('{"language":"c","framework":"none"}');
	expect(await sentParams(bridge, "prompts/get")).toMatchObject([{ name: "review", arguments: { language: "c", framework: "none" } }]);
	await page.reload();
	await expect(prompts.option("review")).toHaveAttribute("aria-selected", "true");
	await expect(prompts.field("language")).toHaveValue("c");
	await expect(prompts.result).toContainText('"framework":"none"');
	await page.getByRole("button", { name: "Reset" }).click();
	await expect(prompts.field("language")).toHaveValue("");
});

test("optional arguments stay away until they are added", async ({ startServer, open }) => {
	const bridge = await startServer("prompts");
	await listed(bridge);
	const page = await open(bridge, "/prompts?item=review");
	const prompts = new Prompts(page);
	await prompts.get.click();
	await expect(prompts.result).toContainText("{}");
	await page.getByRole("button", { name: "Add focus" }).click();
	await prompts.field("focus").fill("tests");
	await page.keyboard.press("ControlOrMeta+Enter");
	await expect(prompts.result).toContainText('{"focus":"tests"}');
	await page.getByRole("button", { name: "Leave out focus" }).click();
	await prompts.get.click();
	await expect(prompts.result).not.toContainText("focus");
});

test("arguments complete by keyboard alone, by what was filled in before", async ({ startServer, open }) => {
	const bridge = await startServer("prompts");
	await listed(bridge);
	const page = await open(bridge, "/prompts");
	const prompts = new Prompts(page);
	await expectConnection(page, "Connected");
	await expect(prompts.option("review")).toBeVisible();
	await page.keyboard.press("/");
	await page.keyboard.type("rev");
	await page.keyboard.press("Enter");
	await expect(prompts.list).toBeFocused();
	await prompts.field("language").focus();
	await page.keyboard.type("java");
	await expect(prompts.suggestions("language").getByRole("option")).toHaveText(["java", "javascript"]);
	await page.keyboard.press("ArrowDown");
	await page.keyboard.press("ArrowDown");
	await page.keyboard.press("Enter");
	await expect(prompts.field("language")).toHaveValue("javascript");
	await expect(prompts.suggestions("language")).toHaveCount(0);
	await page.keyboard.press("Tab");
	await expect(prompts.field("framework")).toBeFocused();
	await page.keyboard.press("ArrowDown");
	await expect(prompts.suggestions("framework").getByRole("option")).toHaveText(["next", "react"]);
	await page.keyboard.press("Escape");
	await expect(prompts.suggestions("framework")).toHaveCount(0);
	await page.keyboard.press("Escape");
	await expect(prompts.field("language"), "Escape takes nothing").toHaveValue("javascript");
	await page.keyboard.type("re");
	await expect(prompts.suggestions("framework").getByRole("option")).toHaveText(["react"]);
	await page.keyboard.press("ControlOrMeta+Enter");
	await expect(prompts.result).toContainText('{"language":"javascript","framework":"re"}');
	expect((await sentParams(bridge, "completion/complete")).at(-1)).toMatchObject({
		ref: { type: "ref/prompt", name: "review" },
		argument: { name: "framework", value: "re" },
		context: { arguments: { language: "javascript" } },
	});
});

test("typing asks once it rests, and what is no longer wanted is cancelled", async ({ startServer, open }) => {
	const bridge = await startServer("prompts");
	await listed(bridge);
	const page = await open(bridge, "/prompts?item=slow");
	const prompts = new Prompts(page);
	await page.getByRole("button", { name: "Add hangs" }).click();
	await prompts.field("hangs").pressSequentially("abcdefghij", { delay: 10 });
	await expect(page.getByText("Asking the server…")).toBeVisible();
	await expect.poll(async () => (await sentParams(bridge, "completion/complete")).at(-1)).toMatchObject({ argument: { value: "abcdefghij" } });
	const asked = (await sentParams(bridge, "completion/complete")).length;
	expect(asked).toBeLessThan(6);
	await page.keyboard.press("Escape");
	await expect
		.poll(async () => (await readEntries(bridge)).filter(({ method, direction }) => method === "notifications/cancelled" && direction === "out").length)
		.toBe(asked);
	await expect(page.getByRole("complementary", { name: "Session" }), "suggestions are no calls of a person").not.toContainText("completion");
});

test("suggestions are text, say when there are more, and why there are none", async ({ startServer, open }) => {
	const bridge = await startServer("prompts");
	await listed(bridge);
	const page = await open(bridge, "/prompts?item=review");
	const prompts = new Prompts(page);
	await page.getByRole("button", { name: "Add focus" }).click();
	await prompts.field("focus").click();
	await expect(prompts.suggestions("focus").getByRole("option", { name: "<b>bold</b>" })).toBeVisible();
	await expect(page.getByText("2 of 100")).toBeVisible();
	await page.keyboard.press("Escape");
	await prompts.select("refuses");
	await prompts.field("why").click();
	await expect(page.getByText("The server refused: No ideas today")).toBeVisible();
	await page.keyboard.press("Escape");
	await prompts.get.click();
	await expect(prompts.result).toContainText(/[-−]32602/);
	await expect(prompts.result).toContainText("No reason was good enough");
});

test("messages are shown by role and content, and nothing is fetched or run", async ({ startServer, open }) => {
	const bridge = await startServer("prompts");
	await listed(bridge);
	const page = await open(bridge, "/prompts?item=everything");
	const prompts = new Prompts(page);
	await expect(page.getByText("This prompt takes no arguments.")).toBeVisible();
	await prompts.get.click();
	await expect(prompts.message(1)).toContainText("user");
	await expect(prompts.message(1)).toContainText("plain <b>text</b>");
	await expect(prompts.message(2)).toContainText("assistant");
	await expect(prompts.message(2).locator("img[src^='blob:']")).toBeVisible();
	await expect(prompts.message(3)).toContainText("an embedded note");
	await expect(prompts.message(4)).toContainText("https://links.invalid/x");
	await expect(prompts.message(5)).toContainText("hologram");
	await expect(prompts.result).toContainText("what came of it");
	await prompts.select("odd_messages");
	await prompts.get.click();
	await expect(prompts.message(1)).toContainText("The role of a message is user or assistant.");
	await expect(prompts.message(2)).toContainText("The message has no content.");
	await expect(prompts.message(3)).toContainText("in a list");
	await prompts.select("empty");
	await prompts.get.click();
	await expect(prompts.result).toContainText("The prompt has no messages.");
});

test("a prompt that is awaited can be cancelled", async ({ startServer, open }) => {
	const bridge = await startServer("prompts");
	await listed(bridge);
	const page = await open(bridge, "/prompts?item=slow");
	const prompts = new Prompts(page);
	await prompts.get.click();
	await page.getByRole("button", { name: "Cancel", exact: true }).click();
	await expect(prompts.result).toContainText(/cancelled/i);
});

test("malformed prompts are told, and the good ones among them work", async ({ startServer, open }) => {
	const bridge = await startServer("bad-prompts");
	await listed(bridge);
	const page = await open(bridge, "/prompts");
	const prompts = new Prompts(page);
	await expect(page.getByText("2 items of the list cannot be used")).toBeVisible();
	await prompts.select("good");
	await prompts.get.click();
	await expect(prompts.result).toContainText("{}");
	await expect(prompts.option("twice")).toHaveCount(2);
	await prompts.select("odd arguments");
	await expect(page.getByText("Argument 2 is another a.")).toBeVisible();
	await prompts.field("__proto__").fill("polluted");
	await prompts.get.click();
	await expect(prompts.result).toContainText('{"__proto__":"polluted"}');
	await prompts.select("no list");
	await expect(page.getByText("The arguments of this prompt are not a list.")).toBeVisible();
});

test("10,000 prompts are listed and searched without a freeze; a server without any says so", async ({ startServer, open }) => {
	const bridge = await startServer("many-prompts");
	await listed(bridge);
	const page = await open(bridge, "/prompts");
	const prompts = new Prompts(page);
	await expect(prompts.option("prompt_0")).toBeVisible();
	expect(await prompts.list.getByRole("option").count()).toBeLessThan(200);
	await page.getByRole("searchbox", { name: "Search prompts" }).fill("prompt_9999");
	await expect(prompts.option("prompt_9999")).toBeVisible({ timeout: 2_000 });
	const plain = await startServer("plain");
	await listed(plain);
	await open(plain, "/prompts");
	await expect(page.getByText("Prompts not offered")).toBeVisible();
});

test("server-everything: completions depend on one another", async ({ start, open }) => {
	const bridge = await start(["run", "--", process.execPath, everything, "stdio"]);
	await listed(bridge);
	const page = await open(bridge, "/prompts?item=completable-prompt");
	const prompts = new Prompts(page);
	await prompts.field("department").fill("S");
	await page.getByRole("option", { name: "Sales" }).click();
	await prompts.field("name").click();
	await page.getByRole("option", { name: "Eve" }).click();
	await prompts.get.click();
	await expect(prompts.result).toContainText("Please promote Eve to the head of the Sales team.");
});

test("the modern era: completions and messages of the demo", async ({ start, open }) => {
	const bridge = await start(["demo"]);
	const session = await listed(bridge);
	expect(session.server?.era).toBe("modern");
	const page = await open(bridge, "/prompts?item=compare_notes");
	const prompts = new Prompts(page);
	await prompts.field("first").click();
	await page.getByRole("option", { name: "note-1" }).click();
	await prompts.field("second").click();
	await expect(page.getByRole("option", { name: "note-2" })).toBeVisible();
	await expect(page.getByRole("option", { name: "note-1" })).toHaveCount(0);
	await page.getByRole("option", { name: "note-2" }).click();
	await prompts.get.click();
	await expect(prompts.message(1)).toContainText("How does note-1 differ from note-2?");
	await expect(prompts.message(5).locator("img[src^='blob:']")).toBeVisible();
	await expect(prompts.message(6).locator("audio")).toHaveAttribute("src", /^blob:/);
});
