import { expect, type Locator, type Page } from "@playwright/test";

export const connection = (page: Page): Locator => page.getByRole("status", { name: "Connection" });

export async function expectConnection(page: Page, text: "Connecting" | "Connected" | "Disconnected" | "Failed", timeout = 20_000): Promise<void> {
	await expect(connection(page)).toHaveText(text, { timeout });
}

export const restart = (page: Page): Locator => page.getByRole("button", { name: "Restart", exact: true });
