import assert from "node:assert/strict";
import { it } from "node:test";
import { formatAge } from "./format-age.ts";

it("says an age in its largest whole unit", () => {
	assert.deepEqual([0, 59_999, 60_000, 3_599_000, 3_600_000, 86_400_000 * 2].map(formatAge), ["0 s", "59 s", "1 min", "59 min", "1 h", "2 d"]);
	assert.equal(formatAge(-500), "0 s", "a clock that is behind the bridge's is no negative age");
});
