import assert from "node:assert/strict";
import { it } from "node:test";
import { type RovingKey, rovingTarget } from "./roving.ts";

function press(key: string, index: number, held: Partial<RovingKey> = {}): { to: number | undefined; prevented: boolean } {
	let prevented = false;
	const preventDefault = () => {
		prevented = true;
	};
	const event: RovingKey = { key, metaKey: false, ctrlKey: false, altKey: false, preventDefault, ...held };
	return { to: rovingTarget(event, index, 3), prevented };
}

it("moves with arrows, wraps at both ends, and knows Home and End", () => {
	assert.deepEqual(
		[press("ArrowRight", 2), press("ArrowLeft", 0), press("ArrowDown", 0), press("Home", 2), press("End", 0)].map(({ to }) => to),
		[0, 2, 1, 0, 2],
	);
	assert.equal(press("ArrowRight", 0).prevented, true);
});

it("leaves other keys and combinations to others", () => {
	assert.deepEqual(press("Enter", 0), { to: undefined, prevented: false });
	assert.deepEqual(press("ArrowLeft", 1, { altKey: true }), { to: undefined, prevented: false });
});
