import { expect, test } from "./fixtures.ts";
import { Messages } from "./pages/messages.ts";
import { Tools } from "./pages/tools.ts";
import { callBridge, readRaw } from "./setup/bridge-client.ts";
import { readEntries } from "./setup/read-stream.ts";
import { callEnd, listed } from "./setup/sessions.ts";

test("100,000 notifications: none is lost, and the page answers all the while", async ({ startServer, open }) => {
	test.setTimeout(120_000);
	const bridge = await startServer("flood");
	const session = await listed(bridge);
	const page = await open(bridge, "/tools?item=flood");
	const messages = new Messages(page);
	const before = (await readEntries(bridge)).length;
	await messages.expectCount(before);

	const { callId } = await callBridge(bridge, "request", {
		sessionId: session.id,
		method: "tools/call",
		params: '{"name":"flood","arguments":{"count":100000}}',
	});
	// the page is used while the flood runs
	await new Tools(page).option("echo").click({ timeout: 5_000 });
	await messages.filter.fill("kind:request");
	await messages.filter.fill("");
	await callEnd(bridge, callId);
	await messages.expectCount(before + 100_002, 30_000);

	const entries = (await readEntries(bridge)).filter((entry) => entry.method === "notifications/message");
	expect(entries).toHaveLength(100_000);
	for (const index of [0, 1, 49_999, 99_999]) expect((await readRaw(bridge, entries[index]?.seq ?? 0)).toString("utf8")).toContain(`"flood ${index + 1}"`);

	await page.reload();
	await messages.expectCount(before + 100_002, 30_000);
	await messages.filter.fill("flood 99999");
	await messages.expectCount(1, 15_000);
});
