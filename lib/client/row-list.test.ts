import assert from "node:assert/strict";
import { it } from "node:test";
import fc from "fast-check";
import { RowList } from "./row-list.ts";

const listOf = (values: readonly number[]): RowList => {
	const list = new RowList();
	for (const value of values) list.push(value);
	return list;
};
const read = (list: RowList): number[] => Array.from({ length: list.length }, (_, at) => list.at(at));

it("keeps what is pushed, however much", () => {
	const values = Array.from({ length: 1_000 }, (_, at) => at * 3);
	assert.deepEqual(read(listOf(values)), values);
});
it("finds places by value", () => {
	const list = listOf([2, 5, 9]);
	assert.deepEqual([list.indexFrom(5), list.indexFrom(6), list.indexFrom(10), list.has(5), list.has(6), list.at(3)], [1, 2, 3, true, false, -1]);
});
it("adds and removes like a set would", () => {
	const values = fc.uniqueArray(fc.nat(60));
	fc.assert(
		fc.property(values, values, values, (given, toAdd, toRemove) => {
			const ascending = (numbers: Iterable<number>): number[] => [...numbers].sort((a, b) => a - b);
			const added = ascending(toAdd.filter((value) => !given.includes(value)));
			const removed = new Set(toRemove.filter((value) => given.includes(value)));
			const list = listOf(ascending(given));
			list.change(added, removed);
			assert.deepEqual(read(list), ascending([...given.filter((value) => !removed.has(value)), ...added]));
		}),
	);
});
