import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { Messages } from "./pages/messages.ts";
import { Prompts } from "./pages/prompts.ts";
import { Resources } from "./pages/resources.ts";
import { expectConnection } from "./pages/shell.ts";
import { Tools } from "./pages/tools.ts";
import { serverArgs } from "./setup/servers.ts";
import { listed } from "./setup/sessions.ts";

async function expectNoViolations(page: Page, state: string): Promise<void> {
	// what fades in is judged when it is there
	await page.evaluate(async () => {
		const passing = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
		await Promise.allSettled(passing.map(({ finished }) => finished));
	});
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(
		violations.map(({ id, help, nodes }) => ({
			state,
			id,
			help,
			nodes: nodes.slice(0, 3).map((node) => `${node.html.slice(0, 200)} :: ${node.any.map((check) => check.message).join("; ")}`),
		})),
	).toEqual([]);
}

for (const colorScheme of ["light", "dark"] as const) {
	test.describe(`axe finds nothing (${colorScheme})`, () => {
		test.use({ colorScheme });

		test("connected, a tool with its form, result, selected message", async ({ startServer, open }) => {
			const bridge = await startServer("forms");
			await listed(bridge);
			const page = await open(bridge);
			await expectConnection(page, "Connected");
			await expectNoViolations(page, "nothing selected");
			const tools = new Tools(page);
			for (const name of ["plain_fields", "choices", "nested", "variants", "no_arguments"]) {
				await tools.select(name);
				await expect(tools.run).toBeVisible();
				await expectNoViolations(page, `tool ${name}`);
			}
			await tools.run.click();
			await expect(tools.result).toBeVisible();
			await expectNoViolations(page, "result");
			await new Messages(page).rows.last().click();
			await page.keyboard.press("Enter");
			await expectNoViolations(page, "drawer");
			for (const tab of ["JSON", "Schemas"] as const) {
				await tools.tab(tab);
				await expectNoViolations(page, `tab ${tab}`);
			}
		});

		test("running, errors and content blocks", async ({ startServer, open }) => {
			const bridge = await startServer("content");
			await listed(bridge);
			const page = await open(bridge, "/tools?item=everything");
			const tools = new Tools(page);
			await tools.run.click();
			await expect(tools.result).toContainText("hologram");
			await expectNoViolations(page, "content blocks");
		});

		test("a call under way, cancelled, a tool error, a protocol error", async ({ startServer, open }) => {
			const slow = await startServer("slow");
			await listed(slow);
			const page = await open(slow, "/tools?item=wait");
			const tools = new Tools(page);
			await tools.run.click();
			await expect(tools.cancel).toBeVisible();
			await expectNoViolations(page, "running");
			await tools.cancel.click();
			await expect(tools.result).toContainText(/cancel/i);
			await expectNoViolations(page, "cancelled");
			const errors = await startServer("errors");
			await listed(errors);
			await open(errors, "/tools?item=tool_error");
			for (const name of ["tool_error", "protocol_error"]) {
				await tools.select(name);
				await tools.run.click();
				await expect(tools.result).toContainText(/full|Bad arguments/);
				await expectNoViolations(page, name);
			}
		});

		test("resources: content of every kind, a template, a malformed one, a subscription", async ({ startServer, open }) => {
			test.setTimeout(240_000);
			const bridge = await startServer("resources");
			await listed(bridge);
			const page = await open(bridge, "/resources");
			const resources = new Resources(page);
			await expect(resources.option("text")).toBeVisible();
			await expectNoViolations(page, "nothing chosen");
			for (const name of ["json", "bytes", "liar", "several", "gone"]) {
				await resources.open(name);
				await expect(resources.result.getByText(/Show frames/)).toBeVisible();
				await expectNoViolations(page, `resource ${name}`);
			}
			await resources.select("counter");
			await resources.subscribe.click();
			await expect(resources.unsubscribe).toBeVisible();
			await expectNoViolations(page, "subscribed");
			for (const name of ["find", "malformed"]) {
				await resources.select(name);
				await expect(resources.read).toBeVisible();
				await expectNoViolations(page, `template ${name}`);
			}
		});

		test("prompts: a form, suggestions, messages", async ({ startServer, open }) => {
			test.setTimeout(120_000);
			const bridge = await startServer("prompts");
			await listed(bridge);
			const page = await open(bridge, "/prompts?item=review");
			const prompts = new Prompts(page);
			await prompts.field("language").click();
			await expect(prompts.suggestions("language")).toBeVisible();
			await page.keyboard.press("ArrowDown");
			await expectNoViolations(page, "suggestions");
			await page.keyboard.press("Escape");
			await expect(prompts.suggestions("language")).toHaveCount(0);
			for (const name of ["everything", "odd_messages"]) {
				await prompts.select(name);
				await prompts.get.click();
				await expect(prompts.message(1)).toBeVisible();
				await expectNoViolations(page, `prompt ${name}`);
			}
		});

		test("connecting", async ({ startServer, open }) => {
			const page = await open(await startServer("silent"));
			await expectConnection(page, "Connecting");
			await expectNoViolations(page, "connecting");
		});

		test("failed", async ({ startServer, open }) => {
			const page = await open(await startServer("exit-traceback"));
			await expectConnection(page, "Failed");
			await expectNoViolations(page, "failed");
		});

		test("died", async ({ startServer, open }) => {
			const bridge = await startServer("crash");
			await listed(bridge);
			const page = await open(bridge, "/tools?item=crash");
			await new Tools(page).run.click();
			await expectConnection(page, "Disconnected");
			await expectNoViolations(page, "died");
		});

		test("the server: overview, target, capabilities, stderr", async ({ start, open }) => {
			const bridge = await start(["run", "--env", "A=1", ...serverArgs("plain").slice(1)]);
			await listed(bridge);
			const page = await open(bridge, "/server");
			for (const tab of ["Overview", "Target", "Capabilities", "stderr"]) {
				await page.getByRole("tab", { name: tab }).click();
				await expect(page.getByRole("tabpanel")).not.toBeEmpty();
				await expectNoViolations(page, tab);
			}
		});

		test("home, and without a token", async ({ start, open, page, tolerate }) => {
			tolerate(/401/);
			const bridge = await start([]);
			await page.goto(bridge.origin);
			await expect(page.getByText(/token|terminal/i).first()).toBeVisible();
			await expectNoViolations(page, "refused");
			await open(bridge);
			await expect(page.getByRole("button", { name: /^Connect/ })).toBeVisible();
			await expectNoViolations(page, "home");
		});
	});
}
