import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { aptInstall } from "./apt-install.ts";
import { onPath } from "./on-path.ts";
import { runCommand } from "./run-command.ts";

const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];
const places = [
	"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
	"/Applications/Chromium.app/Contents/MacOS/Chromium",
	"C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** Path of an installed Chrome or Chromium, Playwright's own included, or undefined. `CHROME_PATH` wins. */
export function findBrowser(): string | undefined {
	const own = process.env.CHROME_PATH;
	if (own) return own;
	const named = names.map(onPath).find((file) => file !== undefined);
	return named ?? [...places, chromium.executablePath()].find((file) => existsSync(file));
}

/** Finds a browser, or installs one: Debian's as root, else Playwright's own. Throws with the installer's words if neither works. */
export async function ensureBrowser(say: (text: string) => void): Promise<string> {
	const found = findBrowser();
	if (found) return found;
	const apt = await aptInstall(say, "chromium");
	const installed = findBrowser();
	if (installed) return installed;
	say("installing Chromium with Playwright …");
	const own = await runCommand("npx", ["playwright", "install", "chromium"], { show: true });
	const last = findBrowser();
	if (last) return last;
	throw new Error(`No Chrome or Chromium, and none could be installed:\n${apt?.output.slice(-2_000) ?? ""}\n${own.output.slice(-2_000)}`);
}
