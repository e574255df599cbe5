import { test as base, type ConsoleMessage, type Page } from "@playwright/test";
import { serverArgs } from "./setup/servers.ts";
import { type StartedCli, type StartOptions, startCli } from "./setup/start-cli.ts";

export { expect } from "@playwright/test";

type Fixtures = {
	/** Starts the built command; ended after the test, with the proof that no process is left. */
	start: (args: readonly string[], options?: StartOptions) => Promise<StartedCli>;
	/** The same for one of the small servers of e2e/servers. */
	startServer: (mode: string, ...args: readonly string[]) => Promise<StartedCli>;
	/** Opens the page of a bridge at a path, by default its own. */
	open: (bridge: StartedCli, path?: string) => Promise<Page>;
	/** Console errors that a test brings about on purpose; all others fail it. */
	tolerate: (...patterns: readonly RegExp[]) => void;
};

type Watched = { faults: string[]; tolerated: RegExp[]; over: boolean };

/** Every page of every test is watched: refused content, script errors, console errors and requests that leave the bridge all fail it. */
export const test = base.extend<Fixtures & { watched: Watched }>({
	watched: [
		async ({ context }, use) => {
			const watched: Watched = { faults: [], tolerated: [], over: false };
			const blame = (fault: string) => {
				if (!watched.over) watched.faults.push(fault);
			};
			await context.exposeFunction("reportViolation", (text: string) => blame(`refused by the content security policy: ${text}`));
			await context.addInitScript(() => {
				document.addEventListener("securitypolicyviolation", (event) => {
					(window as unknown as { reportViolation(text: string): void }).reportViolation(
						`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} ${event.sample}`,
					);
				});
			});
			context.on("page", (page) => {
				page.on("pageerror", (error) => blame(`script error: ${error.stack ?? error.message}`));
				page.on("console", (message: ConsoleMessage) => {
					if (message.type() === "error") blame(`console error: ${message.text()} (${message.location().url})`);
				});
				page.on("request", (request) => {
					if (!/^(http:\/\/127\.0\.0\.1:|blob:|data:|about:)/.test(request.url())) blame(`request that leaves this machine: ${request.url()}`);
				});
			});
			await use(watched);
			const faults = watched.faults.filter((fault) => !watched.tolerated.some((pattern) => pattern.test(fault)));
			if (faults.length > 0) throw new Error(`The page had ${faults.length} faults:\n${faults.slice(0, 10).join("\n")}`);
		},
		{ auto: true },
	],
	tolerate: async ({ watched }, use) => use((...patterns) => void watched.tolerated.push(...patterns)),
	start: async ({ watched }, use) => {
		const started: StartedCli[] = [];
		await use(async (args, options) => {
			const bridge = await startCli(args, options);
			started.push(bridge);
			return bridge;
		});
		// a page that outlives its bridge rightly complains
		watched.over = true;
		const endings = await Promise.allSettled(started.map((bridge) => bridge.end()));
		const failed = endings.filter((ending) => ending.status === "rejected");
		if (failed.length > 0) throw new Error(failed.map((ending) => String(ending.reason)).join("\n"));
	},
	startServer: async ({ start }, use) => use((mode, ...args) => start(serverArgs(mode, ...args))),
	open: async ({ page }, use) =>
		use(async (bridge, path = "") => {
			const url = new URL(bridge.url);
			await page.goto(`${url.origin}${path || url.pathname}${url.hash}`);
			return page;
		}),
});
