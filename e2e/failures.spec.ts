import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "./fixtures.ts";
import { Messages } from "./pages/messages.ts";
import { expectConnection, restart } from "./pages/shell.ts";
import { Tools } from "./pages/tools.ts";
import { callBridge } from "./setup/bridge-client.ts";
import { callEnd, callTool, listed, sessionOnce } from "./setup/sessions.ts";

test("a server that fails to start shows its exit code, its traceback and its command", async ({ startServer, open }) => {
	const bridge = await startServer("exit-traceback", "3");
	const page = await open(bridge);
	await expectConnection(page, "Failed");
	await expect(page.getByText(/exit(ed)?( with)? code 3/i).first()).toBeVisible();
	await expect(page.getByText("ModuleNotFoundError: No module named 'pandas'").first()).toBeVisible();
	await expect(page.getByText("Traceback (most recent call last):").first()).toBeVisible();
	await expect(page.getByText(/server\.mjs exit-traceback 3/).first()).toBeVisible();
	await expect(restart(page).first()).toBeVisible();
	await expect.poll(() => new Messages(page).count(), { message: "the log stays" }).toBeGreaterThan(3);
});

test("a server that exits 0 without a word is told so", async ({ startServer, open }) => {
	const bridge = await startServer("exit-zero");
	const page = await open(bridge);
	await expectConnection(page, "Failed");
	await expect(page.getByText(/exited( with code)? 0|exit code 0/i).first()).toBeVisible();
});

test("a server killed by a signal shows the signal", async ({ startServer, open }) => {
	const bridge = await startServer("killed-at-start", "SIGABRT");
	const page = await open(bridge);
	await expectConnection(page, "Failed");
	await expect(page.getByText(/SIGABRT/).first()).toBeVisible();
});

test("a server that exits and leaves a process behind has exited, and has not only closed its stdout", async ({ startServer }) => {
	const bridge = await startServer("exit-with-grandchild");
	const session = await sessionOnce(bridge, "over", ({ problem }) => problem !== undefined, 5_000);
	expect(session.problem).toMatchObject({ code: "exited", details: { code: 3 } });
});

test("Restart works after a failed start, in the same session and log", async ({ startServer, open }) => {
	const bridge = await startServer("fails-once", join(mkdtempSync(join(tmpdir(), "mcp-inspect-once-")), "started"));
	const page = await open(bridge);
	await expectConnection(page, "Failed");
	const before = await new Messages(page).count();
	await restart(page).first().click();
	await expectConnection(page, "Connected");
	await expect(new Tools(page).option("echo")).toBeVisible();
	expect(await new Messages(page).count()).toBeGreaterThan(before);
	const { sessions } = await callBridge(bridge, "listSessions", {});
	expect(sessions).toHaveLength(1);
	expect(sessions[0]?.runs.map((run) => run.exitCode ?? "alive")).toEqual([1, "alive"]);
});

test("a command that does not exist says so, and where it was looked for", async ({ start, open }) => {
	const bridge = await start(["run", "--", "no-such-command-anywhere", "--flag"]);
	const page = await open(bridge);
	await expectConnection(page, "Failed");
	await expect(page.getByText(/no-such-command-anywhere/).first()).toBeVisible();
	const session = await sessionOnce(bridge, "failed", ({ state }) => state === "failed");
	expect(`${session.problem?.message} ${session.problem?.hint}`).toMatch(/PATH/);
});

test("a crash in the middle of a call ends it as lost, shows the half line and offers Restart", async ({ startServer, open }) => {
	const bridge = await startServer("crash");
	const session = await listed(bridge);
	const page = await open(bridge);
	const tools = new Tools(page);
	await tools.select("crash");
	await tools.run.click();
	await expectConnection(page, "Disconnected");
	await expect(page.getByText(/139/).first()).toBeVisible();
	await expect(new Messages(page).row('"resu').first()).toBeVisible();
	await expect(tools.option("crash"), "the list stays in sight").toBeVisible();
	await expect(tools.run).toBeDisabled();
	await expect(tools.result).toContainText(/ended|exited|lost/i);
	await restart(page).first().click();
	await expectConnection(page, "Connected");
	expect((await callTool(bridge, session, "echo")).outcome.kind).toBe("result");
});

test("a server that never answers says what was sent and what came, and can be given more time", async ({ startServer, open }) => {
	const bridge = await startServer("silent");
	const page = await open(bridge);
	await expectConnection(page, "Connecting");
	const extend = page.getByRole("button", { name: /^Extend/ });
	await expect(extend).toBeVisible({ timeout: 25_000 });
	const before = await sessionOnce(bridge, "connecting", ({ connectDeadlineAt }) => connectDeadlineAt !== undefined);
	await extend.click();
	const after = await sessionOnce(bridge, "extended", ({ connectDeadlineAt }) => (connectDeadlineAt ?? 0) > (before.connectDeadlineAt ?? 0));
	expect((after.connectDeadlineAt ?? 0) - (before.connectDeadlineAt ?? 0)).toBeGreaterThan(25_000);
	await expect(page.getByText(/0 bytes|nothing.*received|no answer/i).first()).toBeVisible();
});

test("a slow handshake is waited for", async ({ startServer, open }) => {
	const bridge = await startServer("slow-initialize", "2500");
	const page = await open(bridge);
	await expectConnection(page, "Connecting");
	await expectConnection(page, "Connected");
});

test("a call that is never answered can be cancelled while the server does not read", async ({ startServer }) => {
	const bridge = await startServer("deaf");
	const session = await listed(bridge);
	await callTool(bridge, session, "deafen");
	const { callId } = await callBridge(bridge, "request", {
		sessionId: session.id,
		method: "tools/call",
		params: JSON.stringify({ name: "echo", arguments: { text: "x".repeat(5_000_000) } }),
	});
	await sessionOnce(bridge, "queueing", ({ queuedBytes }) => queuedBytes > 1_000_000);
	await callBridge(bridge, "cancelCall", { callId });
	expect((await callEnd(bridge, callId)).outcome.kind).toBe("cancelled");
});

test("Stop ends the server and Restart brings it back", async ({ startServer, open }) => {
	const bridge = await startServer("plain");
	await listed(bridge);
	const page = await open(bridge);
	await expectConnection(page, "Connected");
	await page.getByRole("button", { name: "Stop", exact: true }).first().click();
	await expectConnection(page, "Disconnected");
	await restart(page).first().click();
	await expectConnection(page, "Connected");
});
