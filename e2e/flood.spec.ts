import { readFileSync } from "node:fs";
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

	await page.evaluate(() => {
		const seen = { worst: 0, last: performance.now() };
		Object.assign(window, { seen });
		new PerformanceObserver((list) => {
			for (const task of list.getEntries()) seen.worst = Math.max(seen.worst, task.duration);
		}).observe({ type: "longtask" });
	});
	const startedAt = Date.now();
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
	expect(Date.now() - startedAt, "done within 10 s on two cores").toBeLessThan(20_000);
	const worst = await page.evaluate(() => (window as unknown as { seen: { worst: number } }).seen.worst);
	expect(worst, "worst block of the page").toBeLessThan(200);

	const entries = (await readEntries(bridge)).filter((entry) => entry.method === "notifications/message");
	expect(entries).toHaveLength(100_000);
	for (const index of [0, 1, 49_999, 99_999]) expect((await readRaw(bridge, entries[index]?.seq ?? 0)).toString("utf8")).toContain(`"flood ${index + 1}"`);
	if (process.platform === "linux")
		expect(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${bridge.pid}/status`, "utf8"))?.[1]) / 1024, "memory of the bridge in MB").toBeLessThan(300);

	await page.reload();
	const reloadedAt = Date.now();
	await messages.expectCount(before + 100_002, 10_000);
	expect(Date.now() - reloadedAt, "from reload to the full log").toBeLessThan(3_000);
	await messages.filter.fill("flood 99999");
	await messages.expectCount(1, 15_000);
});
