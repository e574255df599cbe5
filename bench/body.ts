import { chromium } from "@playwright/test";
import { findBrowser } from "../e2e/setup/find-browser.ts";
import { serverArgs } from "../e2e/setup/servers.ts";
import { callTool, listed } from "../e2e/setup/sessions.ts";
import { startCli } from "../e2e/setup/start-cli.ts";
import { type Figure, median, ms } from "./figure.ts";

/** From the click on an answer of 10 MB in one line until its first screen is in the drawer. */
export const body: Figure = async (runs, say) => {
	const took: number[] = [];
	for (let run = 0; run < runs; run++) {
		say(`body, run ${run + 1} of ${runs}`);
		const bridge = await startCli(serverArgs("big-line", "10"));
		const call = await callTool(bridge, await listed(bridge), "big");
		const browser = await chromium.launch({ executablePath: findBrowser(), args: ["--no-sandbox", "--disable-background-networking", "--no-first-run"] });
		try {
			const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
			// the request is open in the drawer; its answer is the next row
			await page.goto(`${bridge.origin}/tools?seq=${call.seq}${new URL(bridge.url).hash}`);
			const row = page
				.getByRole("grid", { name: "Messages" })
				.getByRole("row")
				.filter({ hasText: String(call.outcome.answerSeq) })
				.last();
			await row.waitFor();
			took.push(
				await row.evaluate(async (element, drawer) => {
					const startedAt = performance.now();
					element.dispatchEvent(new MouseEvent("mousedown", { bubbles: true }));
					(element as HTMLElement).click();
					while (!/0123456789012345/.test(document.querySelector(drawer)?.textContent ?? "") && performance.now() - startedAt < 10_000)
						await new Promise(requestAnimationFrame);
					return performance.now() - startedAt;
				}, `aside[aria-label="Message ${call.outcome.answerSeq}"]`),
			);
		} finally {
			await browser.close();
			await bridge.end();
		}
	}
	return [{ figure: "Body: first screen of 10 MB in one line", measured: ms(median(took)), floor: "—", value: median(took), limit: 300, unit: " ms" }];
};
