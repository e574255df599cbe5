import { expect, type Locator, type Page } from "@playwright/test";

/** The log as a person meets it: by role and name only. */
export class Messages {
	readonly region: Locator;
	readonly grid: Locator;
	readonly filter: Locator;
	readonly rows: Locator;

	constructor(readonly page: Page) {
		this.region = page.getByRole("region", { name: "Messages" });
		this.grid = page.getByRole("grid", { name: "Messages" });
		this.filter = page.getByRole("searchbox", { name: "Filter messages" });
		this.rows = this.grid.locator("[role=row][aria-rowindex]");
	}

	/** Rows that match the filter, seen or not. */
	async count(): Promise<number> {
		return Number(await this.grid.getAttribute("aria-rowcount"));
	}

	async expectCount(count: number, timeout = 10_000): Promise<void> {
		await expect(this.grid).toHaveAttribute("aria-rowcount", String(count), { timeout });
	}

	row(text: string | RegExp): Locator {
		return this.rows.filter({ hasText: text });
	}

	/** Types a filter and waits until the count has settled. */
	async filterBy(text: string): Promise<void> {
		await this.filter.fill(text);
		await expect.poll(async () => new URL(this.page.url()).searchParams.get("filter") ?? "").toBe(text);
	}

	get drawer(): Locator {
		return this.region.getByRole("complementary").or(this.region.getByRole("region"));
	}
}
