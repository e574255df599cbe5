import { expect, type Locator, type Page } from "@playwright/test";

/** The Prompts panel by role and name only. */
export class Prompts {
	readonly list: Locator;
	readonly result: Locator;
	readonly get: Locator;

	constructor(readonly page: Page) {
		this.list = page.getByRole("listbox", { name: "Prompts" });
		this.result = page.getByRole("region", { name: "Result" });
		this.get = page.getByRole("button", { name: "Get prompt", exact: true });
	}

	option(name: string): Locator {
		return this.list.getByRole("option", { name, exact: true });
	}

	async select(name: string): Promise<void> {
		await this.option(name).click();
		await expect(this.option(name)).toHaveAttribute("aria-selected", "true");
	}

	/** A form field; its label starts with the argument's name. */
	field(name: string): Locator {
		return this.page.getByLabel(new RegExp(`^${name}\\b`)).first();
	}

	/** What the server suggests for the field that is open. */
	suggestions(name: string): Locator {
		return this.page.getByRole("listbox", { name: `Suggestions for ${name}` });
	}

	message(number: number): Locator {
		return this.result.getByRole("region", { name: new RegExp(`^Message ${number},`) });
	}
}
