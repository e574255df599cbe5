import assert from "node:assert/strict";
import { it } from "node:test";
import fc from "fast-check";
import { parseExact, stringifyExact } from "./exact-json.ts";

it("keeps digits that a double cannot hold", () => {
	const text = '{"id":9007199254740993,"price":1.10,"big":1e400,"zero":-0}';
	assert.equal(stringifyExact(parseExact(text)), text);
});

it("leaves numbers inside strings alone", () => {
	const text = '{"a\\"1.10":"9007199254740993 \\\\","b":["1e400"]}';
	assert.equal(stringifyExact(parseExact(text)), text);
});

it("gives back any JSON value", () => {
	fc.assert(
		fc.property(fc.jsonValue(), (value) => {
			const text = JSON.stringify(value);
			assert.equal(stringifyExact(parseExact(text)), text);
		}),
		{ numRuns: 1_000 },
	);
});

it("keeps a __proto__ key a plain key", () => {
	const text = '{"__proto__":{"polluted":1}}';
	assert.equal(stringifyExact(parseExact(text)), text);
	assert.equal(({} as { polluted?: number }).polluted, undefined);
});

it("refuses what is not JSON", () => {
	assert.throws(() => parseExact('{"a":01}'), SyntaxError);
});
