import assert from "node:assert/strict";
import { it } from "node:test";
import { columnsOf, findInLines } from "./find-in-lines.ts";
import { createJsonLines } from "./json-lines.ts";

it("finds every place, whatever the case", () => assert.deepEqual(columnsOf("abcABCab", "AB"), [0, 3, 6]));
it("finds nothing for an empty needle", () => assert.deepEqual(columnsOf("abc", ""), []));
it("searches what is shown, spaces after colons included", () => {
	const lines = createJsonLines();
	lines.push(new TextEncoder().encode('{"id":44,"list":[44]}'));
	lines.end();
	const find = (needle: string) => findInLines(lines, needle, 0, 99, (bytes) => new TextDecoder().decode(bytes));
	assert.deepEqual(find("44"), [
		{ line: 1, column: 6 },
		{ line: 3, column: 0 },
	]);
	assert.deepEqual(find('d": 4'), [{ line: 1, column: 2 }]);
});
