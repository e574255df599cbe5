import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readUrlState, writeUrlState } from "./url-state.ts";

describe("the state in the URL", () => {
	it("survives a round trip, whatever the characters", () => {
		const state = { session: "s1", item: "a&b=c #?é", tab: "json", filter: 'method:tools -kind:stderr "two words"', seq: 102_410 };
		assert.deepEqual(readUrlState(writeUrlState(state)), state);
	});

	it("leaves out what is empty, undefined or not a number", () => {
		assert.equal(writeUrlState({ item: undefined, filter: "" }), "");
		assert.deepEqual(readUrlState("?seq=12abc&item=&tab=form"), { tab: "form" });
	});

	it("keeps parameters that belong to others", () => {
		assert.equal(writeUrlState({ item: "add" }, "?item=old&x=1"), "?item=add&x=1");
	});
});
