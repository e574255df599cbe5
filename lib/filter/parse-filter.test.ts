import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { parseFilter } from "./parse-filter.ts";

const text = (value: string, negate = false) => ({ field: "text", value, negate });

describe("parseFilter", () => {
	it("takes bare words and quoted ones as free text", () => assert.deepEqual(parseFilter('alpha "two words"'), [text("alpha"), text("two words")]));
	it("negates with a minus, also before quotes", () => assert.deepEqual(parseFilter('-ping -"a b"'), [text("ping", true), text("a b", true)]));
	it("reads the keys it knows, whatever their case", () =>
		assert.deepEqual(parseFilter("METHOD:Tools/call -kind:stderr dir:in status:ok id:42"), [
			{ field: "method", values: ["tools/call"], negate: false },
			{ field: "kind", values: ["stderr"], negate: true },
			{ field: "dir", values: ["in"], negate: false },
			{ field: "status", values: ["ok"], negate: false },
			{ field: "id", value: "42", negate: false },
		]));
	it("knows call and frame as kinds", () =>
		assert.deepEqual(parseFilter("kind:call kind:frame"), [
			{ field: "kind", values: ["request"], negate: false },
			{ field: "kind", values: ["request", "answer", "notification", "batch"], negate: false },
		]));
	it("takes the beginning of a value, and alternatives after commas", () =>
		assert.deepEqual(parseFilter("kind:no status:error,tool"), [
			{ field: "kind", values: ["notification", "noise"], negate: false },
			{ field: "status", values: ["error", "tool-error"], negate: false },
		]));
	it("matches nothing where a value is unknown", () => assert.deepEqual(parseFilter("kind:zebra"), [{ field: "kind", values: [], negate: false }]));
	it("says nothing for a key that is being typed", () => assert.deepEqual(parseFilter("method: -kind: id:"), []));
	it("takes unknown keys as free text", () => assert.deepEqual(parseFilter("http://x:80 dur:>5 a:b"), [text("http://x:80"), text("dur:>5"), text("a:b")]));
	it("reads quoted values of keys", () =>
		assert.deepEqual(parseFilter('method:"tools/call" id:"a b"'), [
			{ field: "method", values: ["tools/call"], negate: false },
			{ field: "id", value: "a b", negate: false },
		]));
	it("lets an open quote reach to the end", () => assert.deepEqual(parseFilter('"not closed yet'), [text("not closed yet")]));
	it("takes a lone minus as text", () => assert.deepEqual(parseFilter("-"), [text("-")]));
	it("never throws and always ends", () => {
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom("a", ":", "-", '"', " ", ",", "kind", "status", "\n", "é") }), (given) => {
				assert.ok(Array.isArray(parseFilter(given)));
			}),
		);
	});
});
