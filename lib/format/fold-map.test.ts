import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { createFoldMap } from "./fold-map.ts";

/** Lines in view, found the slow way. */
function visible(total: number, folds: readonly { open: number; close: number }[]): number[] {
	return Array.from({ length: total }, (_, line) => line).filter((line) => !folds.some(({ open, close }) => open < line && line <= close));
}

describe("createFoldMap", () => {
	it("shows every line without folds", () => assert.deepEqual([0, 3].map(createFoldMap(4).lineAt), [0, 3]));
	it("hides what is inside a fold", () => {
		const map = createFoldMap(10).fold({ open: 2, close: 5 });
		assert.equal(map.rows, 7);
		assert.deepEqual([1, 2, 3].map(map.lineAt), [1, 2, 6]);
		assert.deepEqual([2, 4, 6].map(map.rowOf), [2, 2, 3]);
	});
	it("keeps inner folds when the outer one opens", () => {
		const map = createFoldMap(10).fold({ open: 3, close: 4 }).fold({ open: 2, close: 8 }).unfold(2);
		assert.deepEqual([3, 4].map(map.lineAt), [3, 5]);
	});
	it("opens all that hides a line", () => {
		const map = createFoldMap(10).fold({ open: 3, close: 5 }).fold({ open: 2, close: 8 });
		assert.equal(map.reveal(4).rows, 10);
		assert.equal(map.reveal(3).rows, 8, "the first line of a fold is not hidden by it");
	});
	it("agrees with a plain list for any nested folds", () => {
		const fold = fc.tuple(fc.nat(30), fc.nat(30)).map(([a, b]) => ({ open: Math.min(a, b), close: Math.max(a, b) + 1 }));
		const crosses = (a: { open: number; close: number }, b: { open: number; close: number }) => a.open < b.open && b.open <= a.close && a.close < b.close;
		fc.assert(
			fc.property(fc.array(fold, { maxLength: 6 }), (given) => {
				const folds = given.filter((one, at) => given.slice(0, at).every((other) => one.open !== other.open && !crosses(one, other) && !crosses(other, one)));
				const nested = folds.filter((one) => folds.every((other) => !crosses(one, other) && !crosses(other, one)));
				const map = nested.reduce((made, one) => made.fold(one), createFoldMap(40));
				const lines = visible(40, nested);
				assert.equal(map.rows, lines.length);
				assert.deepEqual(
					lines.map((_, row) => map.lineAt(row)),
					lines,
				);
				assert.deepEqual(
					lines.map(map.rowOf),
					lines.map((_, row) => row),
				);
			}),
		);
	});
});
