import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { MAX_HEIGHT, rowWindow, scrollTopFor } from "./row-window.ts";

const small = { count: 1_000, rowHeight: 26, viewport: 260 };
const huge = { count: 1_000_000, rowHeight: 26, viewport: 260 };

describe("rowWindow", () => {
	it("draws the rows in view and some around them", () =>
		assert.deepEqual(rowWindow({ ...small, scrollTop: 2_600, overscan: 5 }), { height: 26_000, first: 95, last: 115, top: 95 * 26 }));
	it("draws nothing of nothing", () =>
		assert.deepEqual(rowWindow({ ...small, count: 0, scrollTop: 0, overscan: 5 }), { height: 0, first: 0, last: 0, top: 0 }));
	it("never makes content higher than a browser can", () => assert.equal(rowWindow({ ...huge, scrollTop: 0, overscan: 0 }).height, MAX_HEIGHT));
	it("reaches the last row at the end of capped content", () => {
		const { last, first, top } = rowWindow({ ...huge, scrollTop: MAX_HEIGHT - 260, overscan: 0 });
		assert.equal(last, 1_000_000);
		assert.ok(Math.abs(top + (last - first) * 26 - MAX_HEIGHT) < 0.01, "the last row ends where the content ends");
	});
});

describe("scrollTopFor", () => {
	it("stays where the row is in view", () => assert.equal(scrollTopFor({ ...small, scrollTop: 2_600 }, 105, "nearest"), 2_600));
	it("moves as little as it can", () => {
		assert.equal(scrollTopFor({ ...small, scrollTop: 2_600 }, 99, "nearest"), 99 * 26);
		assert.equal(scrollTopFor({ ...small, scrollTop: 2_600 }, 110, "nearest"), 111 * 26 - 260);
	});
	it("puts a far row into the middle of capped content", () => {
		const scrollTop = scrollTopFor({ ...huge, scrollTop: 0 }, 654_321, "center");
		const { first, last } = rowWindow({ ...huge, scrollTop, overscan: 0 });
		assert.ok(first < 654_321 && 654_321 < last - 1);
	});
});
