import { expect, type Locator, type Page } from "@playwright/test";

/** The Tools panel by role and name only. */
export class Tools {
	readonly list: Locator;
	readonly result: Locator;
	readonly run: Locator;
	readonly cancel: Locator;

	constructor(readonly page: Page) {
		this.list = page.getByRole("listbox", { name: "Tools" });
		this.result = page.getByRole("region", { name: "Result" });
		this.run = page.getByRole("button", { name: "Run", exact: true });
		this.cancel = page.getByRole("button", { name: "Cancel", exact: true });
	}

	option(name: string): Locator {
		return this.list.getByRole("option", { name, exact: true });
	}

	async select(name: string): Promise<void> {
		await this.option(name).click();
		await expect(this.option(name)).toHaveAttribute("aria-selected", "true");
	}

	async tab(name: "Form" | "JSON" | "Schemas"): Promise<void> {
		await this.page.getByRole("tab", { name, exact: true }).click();
	}

	/** A form field; its label starts with the property's name. */
	field(name: string): Locator {
		return this.page.getByLabel(new RegExp(`^${name}\\b`)).first();
	}

	/** Adds an optional field that is not sent yet. */
	async add(name: string): Promise<void> {
		await this.page
			.getByRole("button", { name: new RegExp(`(add|send)? ?\\+? ?${name}$`, "i") })
			.first()
			.click();
	}
}
