import assert from "node:assert/strict";
import { it } from "node:test";
import { listPlace } from "./list-place.ts";

it("moves by one, by pages and to the ends, and stops there", () => {
	assert.deepEqual(
		[
			["ArrowDown", 9],
			["ArrowUp", 0],
			["PageDown", 3],
			["PageUp", 3],
			["Home", 5],
			["End", 5],
		].map(([key, at]) => listPlace(String(key), Number(at), 10, 4, "list")),
		[9, 0, 7, 0, 0, 9],
	);
});

it("enters at either end while nothing is chosen", () => {
	assert.equal(listPlace("ArrowDown", -1, 10, 4, "list"), 0);
	assert.equal(listPlace("ArrowUp", -1, 10, 4, "list"), 9);
	assert.equal(listPlace("Enter", -1, 10, 4, "search"), 0);
});

it("leaves the keys of a text field to the search, and an empty list alone", () => {
	assert.equal(listPlace("Home", 3, 10, 4, "search"), undefined);
	assert.equal(listPlace("ArrowDown", -1, 0, 4, "list"), undefined);
});
