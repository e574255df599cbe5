import { expect, test } from "./fixtures.ts";
import { Messages } from "./pages/messages.ts";
import { expectConnection } from "./pages/shell.ts";
import { readRaw } from "./setup/bridge-client.ts";
import { readEntries } from "./setup/read-stream.ts";
import { callTool, listed } from "./setup/sessions.ts";
import { until } from "./setup/until.ts";

test("pretty JSON keeps digits, duplicate keys and their order", async ({ startServer, open }) => {
	const bridge = await startServer("odd-json");
	const session = await listed(bridge);
	const call = await callTool(bridge, session, "odd");
	const { region } = new Messages(await open(bridge, `/tools?seq=${call.outcome.answerSeq}`));
	for (const text of ["9007199254740993", "1e400", "0.10000000000000000000001", "\\ud800"])
		await expect(region.getByText(text, { exact: false }).first()).toBeVisible();
	await expect(region.getByText(/"?twice"?/)).not.toHaveCount(1);
});

test("copy gives the bytes as they were", async ({ startServer, open }) => {
	const bridge = await startServer("odd-json");
	const session = await listed(bridge);
	const call = await callTool(bridge, session, "odd");
	const page = await open(bridge, `/tools?seq=${call.outcome.answerSeq}`);
	await new Messages(page).region.getByRole("button", { name: /copy/i }).first().click();
	const raw = (await readRaw(bridge, call.outcome.answerSeq)).toString("utf8");
	await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(raw.trimEnd());
});

test("bytes that are not UTF-8 are shown as hex", async ({ startServer, open }) => {
	const bridge = await startServer("invalid-utf8");
	await listed(bridge);
	const bad = await until("the bad line", async () => {
		for (const entry of await readEntries(bridge)) if (entry.direction === "in" && (await readRaw(bridge, entry.seq)).includes(0xff)) return entry;
		return undefined;
	});
	const { region } = new Messages(await open(bridge, `/tools?seq=${bad.seq}`));
	await expect(region.getByText(/e9 ff/i).first()).toBeVisible();
});

test("a body of 10 MB in one line shows its first screen", async ({ startServer, open }) => {
	const bridge = await startServer("big-line", "10");
	const session = await listed(bridge);
	const call = await callTool(bridge, session, "big");
	const page = await open(bridge, `/tools?seq=${call.seq}`);
	await expectConnection(page, "Connected");
	const messages = new Messages(page);
	await messages.grid
		.getByRole("row")
		.filter({ hasText: String(call.outcome.answerSeq) })
		.last()
		.click();
	await expect(
		messages.region
			.getByRole("complementary", { name: `Message ${call.outcome.answerSeq}` })
			.getByText(/0123456789012345/)
			.first(),
	).toBeVisible();
});

test("raw bytes can be seen beside the pretty form", async ({ startServer, open }) => {
	const bridge = await startServer("plain");
	const session = await listed(bridge);
	const call = await callTool(bridge, session, "echo", { text: "raw view" });
	const page = await open(bridge, `/tools?seq=${call.seq}`);
	const { region } = new Messages(page);
	await region
		.getByRole("radio", { name: /raw/i })
		.or(region.getByRole("tab", { name: /raw/i }))
		.or(region.getByRole("button", { name: /raw/i }))
		.first()
		.click();
	await expect(region.getByText('{"text":"raw view"}', { exact: false }).first()).toBeVisible();
});

test("noise says what is wrong with it", async ({ startServer, open }) => {
	const bridge = await startServer("noise");
	await listed(bridge);
	const noise = await until("noise", async () => (await readEntries(bridge)).find((entry) => entry.kind === "noise"));
	const { region } = new Messages(await open(bridge, `/tools?seq=${noise.seq}`));
	await expect(region.getByText(/not JSON/i).first()).toBeVisible();
	await expect(region.getByText("starting up …").first()).toBeVisible();
});
