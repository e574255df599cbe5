import { expect, type Locator, type Page } from "@playwright/test";
import { expectConnection } from "./shell.ts";

/** What stands in place of the panels until a server has answered for the first time. */
export const serverRegion = (page: Page): Locator => page.getByRole("region", { name: "Server", exact: true });

/** The page says that there is no connection, why, and what to do. */
export async function expectFailure(page: Page, why: RegExp, next: RegExp, timeout = 20_000): Promise<void> {
	await expectConnection(page, "Failed", timeout);
	await expect(serverRegion(page).getByText(why).first()).toBeVisible();
	await expect(serverRegion(page).getByText(next).first()).toBeVisible();
	await expect(page.getByRole("button", { name: "Restart", exact: true }).first()).toBeVisible();
}
