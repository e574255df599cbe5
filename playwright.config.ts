import { defineConfig } from "@playwright/test";
import { findBrowser } from "./e2e/setup/find-browser.ts";

export default defineConfig({
	testDir: "e2e",
	outputDir: "test-results",
	workers: 2,
	fullyParallel: false,
	retries: 0,
	forbidOnly: Boolean(process.env.CI),
	timeout: 60_000,
	expect: { timeout: 10_000 },
	reporter: [["list"]],
	use: {
		viewport: { width: 1440, height: 900 },
		trace: "retain-on-failure",
		screenshot: "only-on-failure",
		permissions: ["clipboard-read", "clipboard-write"],
		launchOptions: {
			executablePath: findBrowser(),
			args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
		},
	},
});
