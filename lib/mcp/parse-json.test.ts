import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { compactJson, prettyJson } from "./format-json.ts";
import { emptyObject, jsonNumber, jsonString, member, sameJson, withMember } from "./json-value.ts";
import { isJsonNumber, parseJson } from "./parse-json.ts";

describe("parseJson", () => {
	it("says the same as JSON.parse for every JSON value, compact and pretty", () => {
		fc.assert(
			fc.property(fc.jsonValue(), (value) => {
				const text = JSON.stringify(value);
				const parsed = parseJson(text);
				assert.ok(parsed.value);
				assert.equal(compactJson(parsed.value), text);
				assert.deepEqual(JSON.parse(prettyJson(parsed.value)), JSON.parse(text));
			}),
		);
	});
	it("refuses what JSON.parse refuses", () => {
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom(...'{}[]",:0123-.eE+truefalsn\\u \n') }), (text) => {
				let good = true;
				try {
					JSON.parse(text);
				} catch {
					good = false;
				}
				assert.equal(parseJson(text).value !== undefined, good, JSON.stringify(text));
			}),
			{ numRuns: 2_000 },
		);
	});
	it("keeps digits, order and duplicate names", () => {
		const text = '{"b":12345678901234567890,"1":1.10,"b":1e400}';
		const { value } = parseJson(text);
		assert.ok(value);
		assert.equal(compactJson(value), text);
		assert.deepEqual(member(value, "b"), jsonNumber("1e400"));
	});
	it("keeps __proto__ and constructor as ordinary names", () => {
		const { value } = parseJson('{"__proto__":{"polluted":true},"constructor":1}');
		assert.ok(value);
		assert.equal(compactJson(withMember(value, "__proto__", jsonString("x"))), '{"__proto__":"x","constructor":1}');
		assert.equal(({} as Record<string, unknown>).polluted, undefined);
		assert.equal(member(emptyObject, "constructor"), undefined);
	});
	it("says line and column of what is wrong", () => {
		assert.deepEqual(parseJson('{\n  "a": 1,\n  b: 2\n}').fault, { message: 'expected a name in double quotes, found "b"', offset: 14, line: 3, column: 3 });
		assert.match(parseJson('{"a":').fault?.message ?? "", /found the end/);
	});
	it("ends on very deep and very long input", () => {
		assert.match(parseJson("[".repeat(100_000)).fault?.message ?? "", /nested deeper/);
		const long = JSON.stringify('\\"'.repeat(1_000_000));
		assert.ok(parseJson(long).value);
		assert.match(parseJson(`"${"\\\\".repeat(100_000)}`).fault?.message ?? "", /without an end/);
	});
	it("knows a JSON number from what only looks like one", () => {
		assert.deepEqual(["0", "-1.5e+3", "01", "+1", ".5", "1.", "", "NaN"].map(isJsonNumber), [true, true, false, false, false, false, false, false]);
	});
});

describe("sameJson", () => {
	it("ignores the order of members and minds digits", () => {
		const of = (text: string) => parseJson(text).value;
		assert.ok(sameJson(of('{"a":[1,null],"b":"x"}'), of('{"b":"x","a":[1,null]}')));
		assert.ok(!sameJson(of("[1.0]"), of("[1]")));
	});
});
