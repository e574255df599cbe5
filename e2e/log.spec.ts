import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { Messages } from "./pages/messages.ts";
import { expectConnection } from "./pages/shell.ts";
import { callBridge } from "./setup/bridge-client.ts";
import { readEntries } from "./setup/read-stream.ts";
import { callTool, connected, listed } from "./setup/sessions.ts";
import type { StartedCli } from "./setup/start-cli.ts";

const seqInUrl = (page: Page) => Number(new URL(page.url()).searchParams.get("seq") ?? 0);
const entryCount = async (bridge: StartedCli) => (await readEntries(bridge)).length;

test("the grid shows every entry, and says how many", async ({ startServer, open }) => {
	const bridge = await startServer("plain");
	const session = await listed(bridge);
	await callTool(bridge, session, "echo", { text: "hello" });
	const messages = new Messages(await open(bridge));
	await messages.expectCount(await entryCount(bridge));
	await expect(messages.row("tools/call").first()).toBeVisible();
	await expect(messages.row("initialize").first()).toBeVisible();
	const indexes = await messages.rows.evaluateAll((rows) => rows.map((row) => Number(row.getAttribute("aria-rowindex"))));
	expect(indexes).toEqual([...indexes].sort((a, b) => a - b));
	expect(new Set(indexes).size).toBe(indexes.length);
});

test("new messages arrive without a reload", async ({ startServer, open }) => {
	const bridge = await startServer("plain");
	const session = await listed(bridge);
	const messages = new Messages(await open(bridge));
	const before = await entryCount(bridge);
	await messages.expectCount(before);
	await callTool(bridge, session, "echo");
	await messages.expectCount(before + 2);
});

const filters: [filter: string, keeps: (entry: { kind: string; direction: string; method: string; status: string }) => boolean][] = [
	["method:tools/call", (entry) => entry.method.startsWith("tools/call")],
	["-method:tools", (entry) => !entry.method.startsWith("tools")],
	["dir:out", (entry) => entry.direction === "out"],
	["kind:stderr", (entry) => entry.kind === "stderr"],
	["kind:request dir:out", (entry) => entry.kind === "request" && entry.direction === "out"],
	["kind:event", (entry) => entry.kind === "event"],
	["status:error kind:answer", (entry) => entry.kind === "answer" && entry.status === "error"],
];
test("filter tokens keep what they say, - negates", async ({ startServer, open }) => {
	const bridge = await startServer("errors");
	const session = await listed(bridge);
	await callTool(bridge, session, "protocol_error");
	await callTool(bridge, session, "echo", { text: "needle" });
	const entries = await readEntries(bridge);
	const messages = new Messages(await open(bridge));
	await messages.expectCount(entries.length);
	for (const [filter, keeps] of filters) {
		await messages.filterBy(filter);
		await messages.expectCount(entries.filter(keeps).length);
	}
	await messages.filterBy("needle");
	await messages.expectCount(2);
	await messages.filterBy("nothing has this");
	await messages.expectCount(0);
	await messages.filterBy("");
	await messages.expectCount(entries.length);
});

test("a filter takes what arrives later too", async ({ startServer, open }) => {
	const bridge = await startServer("plain");
	const session = await listed(bridge);
	const messages = new Messages(await open(bridge));
	await messages.filterBy("marker");
	await messages.expectCount(0);
	await callTool(bridge, session, "echo", { text: "marker" });
	await messages.expectCount(2);
});

test("a filter that is typed while the page still finds its way is kept", async ({ startServer, open, page }) => {
	const bridge = await startServer("plain");
	await listed(bridge);
	let release = () => {};
	const held = new Promise<void>((resolve) => {
		release = resolve;
	});
	await page.route(/\/tools[^?]*\.txt/, async (route) => {
		await held;
		await route.continue();
	});
	const messages = new Messages(await open(bridge, "/"));
	await messages.filterBy("marker");
	await expect(page).toHaveURL(/:\d+\/\?/);
	release();
	await expect(page).toHaveURL(/\/tools\?.*filter=marker/);
	await expect(messages.filter).toHaveValue("marker");
	await messages.expectCount(0);
});

test("a request and its answer lead to each other", async ({ startServer, open }) => {
	const bridge = await startServer("plain");
	const session = await listed(bridge);
	const call = await callTool(bridge, session, "echo", { text: "pair" });
	const page = await open(bridge, `/tools?seq=${call.seq}`);
	const messages = new Messages(page);
	await expect(messages.rows.locator("xpath=self::*[@aria-selected='true']")).toBeVisible();
	await messages.region
		.getByRole("button", { name: /answer/i })
		.or(messages.region.getByRole("link", { name: /answer/i }))
		.first()
		.click();
	await expect.poll(() => seqInUrl(page)).toBe(call.outcome.answerSeq);
	await messages.region
		.getByRole("button", { name: /request/i })
		.or(messages.region.getByRole("link", { name: /request/i }))
		.first()
		.click();
	await expect.poll(() => seqInUrl(page)).toBe(call.seq);
});

test("arrows, Home, End, Enter and Escape move, open and close", async ({ startServer, open }) => {
	const bridge = await startServer("plain");
	await listed(bridge);
	const entries = await readEntries(bridge);
	const page = await open(bridge);
	const messages = new Messages(page);
	await messages.expectCount(entries.length);
	await messages.rows.first().click();
	await page.keyboard.press("Home");
	await expect.poll(() => seqInUrl(page)).toBe(entries[0]?.seq);
	await page.keyboard.press("ArrowDown");
	await expect.poll(() => seqInUrl(page)).toBe(entries[1]?.seq);
	await page.keyboard.press("ArrowUp");
	await expect.poll(() => seqInUrl(page)).toBe(entries[0]?.seq);
	await page.keyboard.press("End");
	await expect.poll(() => seqInUrl(page)).toBe(entries.at(-1)?.seq);
	await page.keyboard.press("Escape");
	await page.keyboard.press("Escape");
	await expect.poll(() => seqInUrl(page)).toBe(0);
});

test("following yields when the user scrolls up, and the pill returns to it", async ({ startServer, open }) => {
	const bridge = await startServer("stderr-flood", "400");
	const session = await listed(bridge);
	const page = await open(bridge);
	const messages = new Messages(page);
	await expect.poll(() => messages.count()).toBeGreaterThan(400);
	const last = async () => Number(await messages.rows.last().getAttribute("aria-rowindex"));
	await expect.poll(last).toBeGreaterThan(400);
	await messages.rows.last().hover();
	await page.mouse.wheel(0, -3_000);
	await expect.poll(last).toBeLessThan(400);
	const held = await messages.rows.first().getAttribute("aria-rowindex");
	await callTool(bridge, session, "echo");
	const pill = page.getByRole("button", { name: /\d+ new/ });
	await expect(pill).toBeVisible();
	expect(await messages.rows.first().getAttribute("aria-rowindex"), "the view stands still").toBe(held);
	await pill.click();
	await expect.poll(async () => (await last()) >= (await messages.count())).toBe(true);
	await expect(pill).toBeHidden();
});

test("Pause view holds the grid while entries go on being recorded", async ({ startServer, open }) => {
	const bridge = await startServer("plain");
	const session = await listed(bridge);
	const page = await open(bridge);
	const messages = new Messages(page);
	const before = await entryCount(bridge);
	await messages.expectCount(before);
	const pause = messages.region.getByRole("button", { name: /pause/i });
	await pause.click();
	await callTool(bridge, session, "echo", { text: "while paused" });
	await messages.filterBy("");
	await expect.poll(() => entryCount(bridge)).toBe(before + 2);
	await expect(messages.row("while paused")).toHaveCount(0);
	expect(await messages.count()).toBe(before);
	await messages.region
		.getByRole("button", { name: /pause|resume/i })
		.first()
		.click();
	await messages.expectCount(before + 2);
});

test("Clear hides what is there, deletes nothing, and new messages are shown", async ({ startServer, open }) => {
	const bridge = await startServer("plain");
	const session = await listed(bridge);
	const messages = new Messages(await open(bridge));
	const before = await entryCount(bridge);
	await messages.expectCount(before);
	await messages.region.getByRole("button", { name: /^clear$/i }).click();
	await messages.expectCount(0);
	await callTool(bridge, session, "echo");
	await messages.expectCount(2);
	expect(await entryCount(bridge)).toBe(before + 2);
});

test("a deep link, a reload and a second tab show the same", async ({ startServer, open, context }) => {
	const bridge = await startServer("plain");
	const session = await listed(bridge);
	const call = await callTool(bridge, session, "echo", { text: "linked" });
	const page = await open(bridge);
	await expectConnection(page, "Connected");
	await page.goto(`${bridge.origin}/tools?session=${session.id}&item=echo&filter=method%3Atools%2Fcall&seq=${call.seq}`);
	const check = async (tab: Page) => {
		const messages = new Messages(tab);
		await messages.expectCount(2);
		await expect(messages.filter).toHaveValue("method:tools/call");
		await expect(messages.grid.locator("[role=row][aria-selected=true]")).toContainText("echo");
		await expect(tab.getByRole("listbox", { name: "Tools" }).getByRole("option", { name: "echo", exact: true })).toHaveAttribute("aria-selected", "true");
	};
	await check(page);
	await page.reload();
	await check(page);
	const second = await context.newPage();
	await second.goto(page.url());
	await check(second);
});

test("a tab that was closed while messages came misses none", async ({ startServer, open, context }) => {
	const bridge = await startServer("plain");
	const session = await listed(bridge);
	const page = await open(bridge);
	await expectConnection(page, "Connected");
	await page.close();
	for (let i = 0; i < 5; i++) await callTool(bridge, session, "echo", { i });
	const again = await context.newPage();
	await again.goto(bridge.origin);
	await new Messages(again).expectCount(await entryCount(bridge));
});

test("the page says when the inspector itself is gone", async ({ startServer, open, tolerate }) => {
	tolerate(/ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|network error/i);
	const bridge = await startServer("plain");
	const page = await open(bridge);
	await expectConnection(page, "Connected");
	await bridge.kill("SIGTERM");
	await expect(page.getByText(/inspector.*(ended|gone|stopped|not running)|lost.*inspector|bridge.*gone/i).first()).toBeVisible({ timeout: 15_000 });
});

test("a page without the token says how to get in", async ({ startServer, page, tolerate }) => {
	tolerate(/401/);
	const bridge = await startServer("plain");
	await connected(bridge);
	await page.goto(bridge.origin);
	await expect(page.getByText(/token|terminal/i).first()).toBeVisible();
	await expect(page.getByRole("listbox", { name: "Tools" })).toHaveCount(0);
	expect((await callBridge(bridge, "listSessions", {})).sessions).toHaveLength(1);
});
