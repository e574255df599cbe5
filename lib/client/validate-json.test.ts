import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { validateJson } from "./validate-json.ts";

const judge = (schema: unknown, value: unknown) => validateJson(JSON.stringify(schema), JSON.stringify(value));
const says = (schema: unknown, value: unknown): readonly string[] => {
	const judgement = judge(schema, value);
	return judgement.state === "differs" ? judgement.differences.map(({ pointer, message }) => `${pointer}: ${message}`) : [judgement.state];
};

describe("validateJson", () => {
	it("says one sentence for each place", () => {
		const schema = { type: "object", properties: { "a/b ü": { type: "integer" } }, required: ["x"], additionalProperties: false };
		assert.deepEqual(says(schema, { "a/b ü": "q", z: 1 }), [
			": x is required and missing",
			"/a~1b ü: expected integer, got string",
			"/z: z is not in the schema",
		]);
	});
	it("names the types of a union", () => {
		assert.deepEqual(says({ properties: { a: { anyOf: [{ type: "string" }, { type: "null" }] } } }, { a: 1 }), ["/a: expected string or null, got number"]);
	});
	it("says what is wrong with the one alternative of the right type", () => {
		assert.deepEqual(says({ properties: { a: { anyOf: [{ type: "string", minLength: 3 }, { type: "null" }] } } }, { a: "x" }), ["/a: is too short (1 < 3)"]);
		assert.deepEqual(says({ anyOf: [{ const: 1 }, { const: 2 }] }, 3), [": expected 1 or 2"]);
	});
	it("speaks of the alternative that the value is closest to", () => {
		const circle = { type: "object", properties: { kind: { const: "circle" }, r: { type: "integer" } }, required: ["kind", "r"] };
		const square = { type: "object", properties: { kind: { const: "square" }, a: { type: "integer" } }, required: ["kind", "a"] };
		assert.deepEqual(says({ properties: { s: { oneOf: [circle, square] } } }, { s: { kind: "square", a: "1" } }), ["/s/a: expected integer, got string"]);
		assert.deepEqual(says({ oneOf: [{ type: "integer" }, { minimum: 0 }] }, 5), [": matches 2 of the alternatives, and must match exactly one"]);
	});
	it("follows the draft that the schema names", () => {
		const tuple = { items: [{ type: "string" }], additionalItems: false };
		assert.deepEqual(says({ $schema: "http://json-schema.org/draft-07/schema#", ...tuple }, [1]), ["/0: expected string, got number"]);
		assert.equal(judge({ prefixItems: [{ type: "string" }] }, ["a"]).state, "matches");
	});
	it("takes a broken schema for a fact, not a crash", () => {
		assert.equal(judge({ $ref: "https://example.com/away" }, {}).state, "failed");
		assert.equal(judge({ properties: { a: { pattern: "(" } } }, { a: "x" }).state, "failed");
		assert.equal(judge(7, {}).state, "failed");
		assert.equal(validateJson("{", "{}").state, "failed");
	});
	it("keeps __proto__ out of the prototype", () => {
		validateJson('{"properties":{"__proto__":{"type":"string"}}}', '{"__proto__":{"polluted":1}}');
		assert.equal(({} as Record<string, unknown>).polluted, undefined);
	});
});
