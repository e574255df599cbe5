import { expect, type Locator, type Page } from "@playwright/test";

/** The Resources panel by role and name only. */
export class Resources {
	readonly list: Locator;
	readonly templates: Locator;
	readonly result: Locator;
	readonly read: Locator;
	readonly subscribe: Locator;
	readonly unsubscribe: Locator;

	constructor(readonly page: Page) {
		this.list = page.getByRole("listbox", { name: "Resources" });
		this.templates = page.getByRole("listbox", { name: "Resource templates" });
		this.result = page.getByRole("region", { name: "Result" });
		this.read = page.getByRole("button", { name: "Read", exact: true });
		this.subscribe = page.getByRole("button", { name: "Subscribe", exact: true });
		this.unsubscribe = page.getByRole("button", { name: "Unsubscribe", exact: true });
	}

	option(name: string): Locator {
		return this.list.or(this.templates).getByRole("option", { name, exact: true });
	}

	async select(name: string): Promise<void> {
		await this.option(name).click();
		await expect(this.option(name)).toHaveAttribute("aria-selected", "true");
	}

	/** Chooses a resource and reads it. */
	async open(name: string): Promise<void> {
		await this.select(name);
		await this.read.click();
	}

	/** A field of a template's form; its label starts with the variable's name. */
	field(name: string): Locator {
		return this.page.getByLabel(new RegExp(`^${name}\\b`)).first();
	}

	get expandedUri(): Locator {
		return this.page.getByLabel("Expanded URI", { exact: true });
	}
}
