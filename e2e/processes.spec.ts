import { existsSync, readdirSync, statSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { expect, test } from "./fixtures.ts";
import { expectConnection } from "./pages/shell.ts";
import { callTool, connected, listed, resultText } from "./setup/sessions.ts";
import { until } from "./setup/until.ts";

const alive = (pid: number) => {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
};

const portFree = (port: number) =>
	new Promise<boolean>((resolve) => {
		const socket = connect(port, "127.0.0.1");
		socket.on("connect", () => {
			socket.destroy();
			resolve(false);
		});
		socket.on("error", () => resolve(true));
	});

for (const signal of ["SIGINT", "SIGTERM"] as const) {
	for (const mode of ["plain", "ignore-sigterm", "grandchild", "silent", "closes-stdout"]) {
		test(`${signal} ends everything within 3 s and exits 0: ${mode}`, async ({ startServer }) => {
			const bridge = await startServer(mode);
			if (mode === "silent") await until("the server runs", () => bridge.left().length >= 2);
			else await connected(bridge);
			const { code, ms } = await bridge.kill(signal);
			expect(code).toBe(0);
			expect(ms).toBeLessThan(3_000);
			await until("no process is left", () => bridge.left().length === 0, 500);
			expect(await portFree(bridge.port)).toBe(true);
		});
	}
}

for (const mode of ["plain", "ignore-sigterm", "grandchild"]) {
	test(`after kill -9 of the bridge its servers end within 3 s: ${mode}`, async ({ startServer }) => {
		test.skip(process.platform !== "linux", "processes are told apart through /proc");
		const bridge = await startServer(mode);
		await connected(bridge);
		expect(bridge.left().length).toBeGreaterThan(1);
		await bridge.kill("SIGKILL");
		await until("no process is left", () => bridge.left().length === 0, 3_000);
		expect(await portFree(bridge.port)).toBe(true);
	});
}

test("a grandchild that holds the pipes does not keep the run open", async ({ startServer, open }) => {
	const bridge = await startServer("grandchild");
	const session = await listed(bridge);
	const page = await open(bridge);
	await expectConnection(page, "Connected");
	const pid = Number(await resultText(bridge, await callTool(bridge, session, "pid")));
	await callTool(bridge, session, "leave");
	await expectConnection(page, "Disconnected", 5_000);
	await until("the grandchild is gone", () => !alive(pid), 3_000);
});

test("a page that is reloaded, closed or opened twice starts nothing", async ({ startServer, open, context }) => {
	test.skip(process.platform !== "linux", "processes are told apart through /proc");
	const bridge = await startServer("plain");
	await listed(bridge);
	const before = bridge.left().sort();
	const page = await open(bridge);
	await expectConnection(page, "Connected");
	await page.reload();
	await expectConnection(page, "Connected");
	const second = await context.newPage();
	await second.goto(bridge.url);
	await expectConnection(second, "Connected");
	await page.close();
	const third = await context.newPage();
	await third.goto(bridge.origin);
	await expectConnection(third, "Connected");
	expect(bridge.left().sort()).toEqual(before);
});

test("the journal is private and outlives a kill -9 up to the last 50 ms", async ({ startServer }) => {
	const bridge = await startServer("plain");
	const session = await listed(bridge);
	await callTool(bridge, session, "echo", { text: "kept on disk" });
	await new Promise((resolve) => setTimeout(resolve, 150));
	await bridge.kill("SIGKILL");
	const files = readdirSync(bridge.dataDir, { recursive: true, withFileTypes: true }).filter((file) => file.isFile() && file.name.endsWith(".mcpcap"));
	expect(files).toHaveLength(1);
	const file = join(files[0]?.parentPath ?? "", files[0]?.name ?? "");
	expect(existsSync(file)).toBe(true);
	if (process.platform !== "win32") expect(statSync(file).mode & 0o777).toBe(0o600);
	const { readFileSync } = await import("node:fs");
	const lines = readFileSync(file, "utf8").trimEnd().split("\n");
	for (const line of lines) expect(() => JSON.parse(line)).not.toThrow();
	expect(lines.join("\n")).toContain("kept on disk");
});
