import { cpSync, mkdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { chromium, type Page } from "@playwright/test";
import { findBrowser } from "./find-browser.ts";
import { listed } from "./sessions.ts";
import { startCli } from "./start-cli.ts";

/** `npm run pictures`: makes the pictures of the docs from the built product and its example server. */
const folder = resolve("docs/pictures");

const open = (page: Page, panel: string) => page.getByRole("navigation", { name: "Panels" }).getByRole("link", { name: panel, exact: true }).click();

const pictures: Readonly<Record<string, (page: Page) => Promise<void>>> = {
	workbench: async (page) => {
		await open(page, "Tools");
		await page.getByRole("option", { name: "search_notes", exact: true }).click();
		await page
			.getByLabel(/^query/)
			.first()
			.fill("mcp");
		await page.getByRole("button", { name: "Run", exact: true }).click();
		await page.getByRole("region", { name: "Result" }).waitFor();
		await page.getByRole("grid", { name: "Messages" }).getByText("search_notes").last().click();
	},
	resources: async (page) => {
		await open(page, "Resources");
		await page.getByRole("listbox", { name: "Resources" }).getByRole("option", { name: "chart.png" }).click();
		await page.getByRole("button", { name: "Read", exact: true }).click();
		await page.getByRole("region", { name: "Result" }).getByRole("img").first().waitFor();
	},
	prompts: async (page) => {
		await open(page, "Prompts");
		await page.getByRole("listbox", { name: "Prompts" }).getByRole("option", { name: "summarise" }).click();
		await page.getByLabel(/^tag/).first().fill("mcp");
		await page.keyboard.press("Escape");
		await page.getByRole("button", { name: "Get prompt", exact: true }).click();
		await page.getByRole("region", { name: "Result" }).waitFor();
	},
	server: async (page) => {
		await open(page, "Server");
		await page.getByRole("heading", { name: /^Negotiated/ }).waitFor();
	},
};

mkdirSync(folder, { recursive: true });
// paths in the pictures are nobody's
const place = join(tmpdir(), "mcp-inspect");
rmSync(place, { recursive: true, force: true });
for (const part of ["dist", "out", "package.json"]) cpSync(part, join(place, part), { recursive: true });
const browser = await chromium.launch({ executablePath: findBrowser(), args: ["--no-sandbox", "--disable-background-networking", "--no-first-run"] });
const wanted = process.argv.slice(2);
for (const [name, prepare] of Object.entries(pictures)) {
	if (wanted.length > 0 && !wanted.includes(name)) continue;
	const bridge = await startCli(["demo"], { cli: join(place, "dist/cli.js"), cwd: place });
	try {
		await listed(bridge);
		const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme: "light" });
		await page.goto(bridge.url);
		await prepare(page);
		// what is hovered, and what fades in, is no part of the picture
		await page.mouse.move(0, 0);
		await page.evaluate(() =>
			Promise.allSettled(
				document.getAnimations().map(({ finished, effect }) => (effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY ? undefined : finished)),
			),
		);
		await page.screenshot({ path: `${folder}/${name}.png` });
		await page.close();
		console.log(`docs/pictures/${name}.png`);
	} finally {
		await bridge.end();
	}
}
await browser.close();
rmSync(place, { recursive: true, force: true });
