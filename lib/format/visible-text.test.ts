import assert from "node:assert/strict";
import { it } from "node:test";
import { visibleText } from "./visible-text.ts";

it("shows control characters, keeps the length and everything else", () => {
	assert.equal(visibleText("a\u001b[1mé\n\u202eb😀"), "a␛[1mé␊·b😀");
	assert.equal(visibleText("\u007f"), "␡");
});
