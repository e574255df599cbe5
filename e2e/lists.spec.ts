import { expect, test } from "./fixtures.ts";
import { Messages } from "./pages/messages.ts";
import { Tools } from "./pages/tools.ts";
import { readEntries } from "./setup/read-stream.ts";
import { callTool, listed, resultText, sessionOnce } from "./setup/sessions.ts";

test("all pages of a list are fetched and shown", async ({ startServer, open }) => {
	const bridge = await startServer("pages");
	const tools = new Tools(await open(bridge));
	for (const name of ["one", "two", "three", "four", "five", "six"]) await expect(tools.option(name)).toBeVisible();
	await expect(tools.list.getByRole("option")).toHaveCount(6);
});

test("a cursor that repeats is stopped with a clear message", async ({ startServer, open }) => {
	const bridge = await startServer("cursor-loop");
	const session = await sessionOnce(bridge, "done with its list", ({ lists }) => lists.tools?.state === "stopped");
	expect(session.lists.tools?.message).toMatch(/cursor/i);
	const page = await open(bridge);
	await expect(new Tools(page).list.getByRole("option").first()).toBeVisible();
	await expect(page.getByText(session.lists.tools?.message ?? "?", { exact: false }).first()).toBeVisible();
});

test("a list that never ends is stopped and what came is usable", async ({ startServer }) => {
	test.setTimeout(120_000);
	const bridge = await startServer("endless-cursor");
	const session = await sessionOnce(bridge, "done with its list", ({ lists }) => lists.tools?.state === "stopped", 90_000);
	expect(session.lists.tools?.pages.length).toBeGreaterThan(10);
	expect(session.lists.tools?.message).toBeTruthy();
	expect((await callTool(bridge, session, "echo")).outcome.kind).toBe("result");
});

test("list_changed refreshes the list", async ({ startServer, open }) => {
	const bridge = await startServer("growing");
	const session = await listed(bridge);
	const tools = new Tools(await open(bridge));
	await expect(tools.option("grow")).toBeVisible();
	await expect(tools.option("fresh")).toHaveCount(0);
	await callTool(bridge, session, "grow", { name: "fresh" });
	await expect(tools.option("fresh")).toBeVisible();
});

test("a storm of list_changed is coalesced", async ({ startServer }) => {
	const bridge = await startServer("storm");
	const session = await listed(bridge);
	await callTool(bridge, session, "storm", { count: 5_000 });
	await listed(bridge);
	const times = Number(await resultText(bridge, await callTool(bridge, session, "listed")));
	expect(times).toBeLessThan(20);
	expect((await readEntries(bridge)).filter((entry) => entry.method === "notifications/tools/list_changed")).toHaveLength(5_000);
});

test("10,000 tools are listed, searched and scrolled without a freeze", async ({ startServer, open }) => {
	const bridge = await startServer("many-tools");
	await listed(bridge);
	const page = await open(bridge);
	const tools = new Tools(page);
	await expect(tools.option("echo")).toBeVisible();
	expect(await tools.list.getByRole("option").count(), "only what is seen is rendered").toBeLessThan(200);
	const search = page
		.getByRole("searchbox")
		.filter({ hasNot: page.getByRole("searchbox", { name: "Filter messages" }) })
		.first();
	await search.fill("tool_09999");
	await expect(tools.option("tool_09999")).toBeVisible({ timeout: 2_000 });
});

test("good tools among bad ones are usable, and the bad ones are told", async ({ startServer, open }) => {
	const bridge = await startServer("bad-tools");
	await listed(bridge);
	const page = await open(bridge);
	const tools = new Tools(page);
	await expect(tools.option("good")).toBeVisible();
	await expect(tools.option("twice")).toHaveCount(2);
});

test("weird names are text, and each can be called", async ({ startServer, open }) => {
	const bridge = await startServer("weird-names");
	const session = await listed(bridge);
	const page = await open(bridge);
	const tools = new Tools(page);
	await expect(tools.option("__proto__")).toBeVisible();
	await tools.select("__proto__");
	await tools.run.click();
	await expect(tools.result).toContainText("called");
	await expect(page.locator("img[src=x]"), "a name is never HTML").toHaveCount(0);
	expect((await callTool(bridge, session, "<img src=x onerror=alert(1)>")).outcome.kind).toBe("result");
	await expect(new Messages(page).row("onerror").first()).toBeVisible();
});

test("a server without tools says which kind of nothing it is", async ({ startServer, open }) => {
	const bridge = await startServer("absent");
	const session = await listed(bridge);
	expect(session.lists.tools?.state).toBe("absent");
	const page = await open(bridge);
	await expect(page.getByText(/no tools|does not offer tools|offers no tools|without tools|tools.*capabilit/i).first()).toBeVisible();
});
