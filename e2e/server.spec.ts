import { expect, test } from "./fixtures.ts";
import { Messages } from "./pages/messages.ts";
import { expectConnection, restart } from "./pages/shell.ts";
import { Tools } from "./pages/tools.ts";
import { callBridge } from "./setup/bridge-client.ts";
import { serverArgs } from "./setup/servers.ts";
import { callTool, connected, listed, resultText, sessionOnce } from "./setup/sessions.ts";

test("the Server panel tells who the server is, how it was reached and how it was started", async ({ startServer, open }) => {
	const bridge = await startServer("plain");
	const { runs } = await listed(bridge);
	const page = await open(bridge);
	await page.getByRole("link", { name: "Server", exact: true }).click();
	const panel = page.getByRole("region", { name: "Server", exact: true });
	await expect(panel.getByRole("heading", { name: "wire" })).toBeVisible();
	await expect(panel.getByRole("heading", { name: /Negotiated 2025-11-25, legacy era/ })).toBeVisible();
	await expect(panel.getByText("server.mjs plain")).toBeVisible();
	await expect(panel.getByRole("row").last()).toContainText(String(runs[0]?.pid));
	await panel
		.getByRole("button", { name: /^#\d+$/ })
		.last()
		.click();
	await expect(page).toHaveURL(/seq=\d+/);
	await panel.getByRole("tab", { name: "Capabilities" }).click();
	await expect(panel.getByText('"listChanged"')).toBeVisible();
	await page.reload();
	await expect(panel.getByRole("tab", { name: "Capabilities" }), "the tab is in the address").toHaveAttribute("aria-selected", "true");
});

test("a run that ended stands in the table with its exit code", async ({ startServer, open }) => {
	const bridge = await startServer("crash");
	await listed(bridge);
	const page = await open(bridge, "/tools?item=crash");
	await new Tools(page).run.click();
	await expectConnection(page, "Disconnected");
	await restart(page).first().click();
	await expectConnection(page, "Connected");
	await page.getByRole("link", { name: "Server", exact: true }).click();
	const rows = page.getByRole("region", { name: "All runs" }).getByRole("row");
	await expect(rows.nth(1)).toContainText("live");
	await expect(rows.nth(2)).toContainText(/exit \d+/);
});

test("environment and folder are edited here and apply on Restart; values are never shown again", async ({ start, open }) => {
	const bridge = await start(["run", "--env", "OLD=oldvalue", ...serverArgs("env").slice(1)]);
	const session = await listed(bridge);
	const page = await open(bridge, "/server?tab=target");
	await expect(page.getByLabel("Value of OLD")).toHaveAttribute("placeholder", "••••••••");
	expect(await page.content()).not.toContain("oldvalue");
	await page.getByRole("button", { name: "Add variable" }).click();
	await page.keyboard.type("NEW");
	await page.keyboard.press("Tab");
	await page.keyboard.type("newvalue");
	await page.getByLabel("Folder").fill("/");
	await expect(page.getByText("Changed: environment, folder.")).toBeVisible();
	await page.getByRole("button", { name: "Restart with changes" }).click();
	await sessionOnce(bridge, "connected again", (next) => next.state === "connected" && next.run === 2);
	await expect(page.getByText("This is what the present run was started with.")).toBeVisible();
	const seen: { env: Record<string, string>; cwd: string } = JSON.parse(await resultText(bridge, await callTool(bridge, session, "env")));
	expect([seen.env.OLD, seen.env.NEW, seen.cwd]).toEqual(["oldvalue", "newvalue", "/"]);
	await page.reload();
	await expect(page.getByLabel("Value of NEW")).toHaveValue("");
});

test("changes can be discarded, and what is wrong with one is said and changes nothing", async ({ startServer, open, tolerate }) => {
	tolerate(/400/);
	const bridge = await startServer("plain");
	await listed(bridge);
	const page = await open(bridge, "/server?tab=target");
	const line = page.getByLabel("Command or file");
	const before = await line.inputValue();
	await line.fill('node "open');
	await expect(page.getByText(/is not closed/)).toBeVisible();
	await expect(page.getByRole("button", { name: /^Restart (now|with)/ })).toBeDisabled();
	await page.getByRole("button", { name: "Discard changes" }).click();
	await expect(line).toHaveValue(before);
	await expect(page.getByText(/is not closed/)).toBeHidden();
});

test("a target that does not start is repaired where it failed, in the same session", async ({ start, open }) => {
	const bridge = await start(["run", ...serverArgs("exit-traceback").slice(1)]);
	const page = await open(bridge);
	await expectConnection(page, "Failed");
	await page.getByRole("link", { name: "Edit target" }).click();
	const line = page.getByLabel("Command or file");
	await line.fill((await line.inputValue()).replace("exit-traceback", "plain"));
	await page.getByRole("button", { name: "Restart with changes" }).click();
	await expectConnection(page, "Connected");
	await page.getByRole("link", { name: "Tools" }).click();
	await expect(new Tools(page).option("echo")).toBeVisible();
	expect((await callBridge(bridge, "listSessions", {})).sessions.map(({ run }) => run)).toEqual([2]);
	expect(await new Messages(page).count()).toBeGreaterThan(10);
});

test("a pinned era applies at the next start", async ({ startServer, open }) => {
	const bridge = await startServer("plain");
	await connected(bridge);
	const page = await open(bridge, "/server?tab=target");
	await page.getByLabel("Era").click();
	await page.getByRole("option", { name: "exactly 2025-03-26" }).click();
	await page.getByRole("button", { name: "Restart with changes" }).click();
	await sessionOnce(bridge, "pinned", (next) => next.state === "connected" && next.run === 2 && next.target.era === "2025-03-26");
	await new Messages(page).filterBy("method:initialize kind:call");
	await expect(new Messages(page).row("2025-03-26").first()).toBeVisible();
});

test("each panel comes back as it was left", async ({ startServer, open }) => {
	const bridge = await startServer("crash");
	await listed(bridge);
	const page = await open(bridge);
	await new Tools(page).select("echo");
	await page.getByRole("link", { name: "Server", exact: true }).click();
	await page.getByRole("tab", { name: "Target" }).click();
	await page.getByRole("link", { name: "Tools" }).click();
	await expect(page).toHaveURL(/item=echo/);
	await page.getByRole("link", { name: "Server", exact: true }).click();
	await expect(page.getByRole("tab", { name: "Target" })).toHaveAttribute("aria-selected", "true");
});
