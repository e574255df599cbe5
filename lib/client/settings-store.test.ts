import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { SettingsPatch } from "../protocol/settings.ts";
import { mergeSettings } from "./settings-store.ts";

describe("merging settings", () => {
	it("replaces what is named and merges sizes and arguments key by key", () => {
		const base: SettingsPatch = { theme: "light", sizes: { dock: 393, drawer: 352 }, lastArguments: { "k add": "{}" } };
		assert.deepEqual(mergeSettings(base, { theme: "dark", sizes: { dock: 400 }, lastArguments: { "k sub": "1" } }), {
			theme: "dark",
			sizes: { dock: 400, drawer: 352 },
			lastArguments: { "k add": "{}", "k sub": "1" },
		});
	});

	it("adds no keys that neither side has, so that a save says only what changed", () => {
		assert.deepEqual(mergeSettings({}, { drawerOpen: false }), { drawerOpen: false });
	});

	it("leaves both sides as they were", () => {
		const base: SettingsPatch = { sizes: { dock: 1 } };
		mergeSettings(base, { sizes: { dock: 2 } });
		assert.deepEqual(base, { sizes: { dock: 1 } });
	});
});
