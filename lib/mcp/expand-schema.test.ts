import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { expandSchema } from "./expand-schema.ts";
import type { FormNode } from "./form-node.ts";
import { compactJson } from "./format-json.ts";
import { initialArguments } from "./initial-arguments.ts";
import { matchVariant } from "./match-variant.ts";
import { parseJson } from "./parse-json.ts";

const json = (value: unknown) => {
	const parsed = parseJson(typeof value === "string" ? value : JSON.stringify(value));
	assert.ok(parsed.value, parsed.fault?.message);
	return parsed.value;
};
const formOf = (schema: unknown): FormNode => {
	const expansion = expandSchema(json(schema));
	assert.equal(expansion.kind, "form", expansion.kind === "json" ? expansion.reason : "");
	return expansion.kind === "form" ? expansion.root : assert.fail();
};
const field = (schema: unknown, name = "a"): FormNode => {
	const root = formOf(schema);
	const found = root.shape.kind === "object" && root.shape.fields.find((each) => each.name === name);
	return found ? found.node : assert.fail(`no field ${name}`);
};
const one = (schema: unknown): FormNode => field({ type: "object", properties: { a: schema } });
const untouched = (schema: unknown): string => compactJson(initialArguments(formOf(schema)));

describe("expandSchema", () => {
	it("says type and limits in a few words", () => {
		assert.equal(one({ type: "string", minLength: 1, maxLength: 200 }).summary, "string, 1–200");
		assert.equal(one({ type: "integer", minimum: 1, maximum: 50 }).summary, "integer, 1–50");
		assert.equal(one({ type: "string", format: "date-time" }).summary, "date-time");
		assert.equal(one({ type: "array", items: { type: "string" } }).summary, "string[]");
		assert.equal(one({ type: "number", exclusiveMinimum: 0 }).summary, "number, > 0");
	});
	it("reads nullable from a type list and from anyOf", () => {
		for (const schema of [{ type: ["string", "null"] }, { anyOf: [{ type: "string" }, { type: "null" }] }]) {
			const node = one(schema);
			assert.equal(node.shape.kind, "string");
			assert.ok(node.nullable);
			assert.equal(node.summary, "string or null");
		}
	});
	it("draws a union of types and of objects as variants", () => {
		const types = one({ type: ["string", "integer"] });
		assert.deepEqual(types.shape.kind === "variants" && types.shape.variants.map(({ label }) => label), ["string", "integer"]);
		const shapes = one({
			oneOf: [
				{ type: "object", properties: { kind: { const: "circle" }, r: { type: "number" } } },
				{ type: "object", title: "A square", properties: { kind: { const: "square" } } },
			],
		});
		assert.ok(shapes.shape.kind === "variants");
		assert.deepEqual(
			shapes.shape.variants.map(({ label }) => label),
			["circle", "A square"],
		);
		assert.equal(matchVariant(shapes.shape.variants, json({ kind: "square" })), 1);
		assert.equal(matchVariant(shapes.shape.variants, json({ kind: "circle", r: 1 })), 0);
	});
	it("draws constants with titles as one enum", () => {
		const node = one({ oneOf: [{ const: "a", title: "First" }, { const: "b" }] });
		assert.deepEqual(node.shape.kind === "enum" && node.shape.options.map(({ label }) => label), ["First", "b"]);
	});
	it("keeps a property that allows anything", () => {
		assert.equal(one({}).shape.kind, "any");
		assert.equal(one(true).shape.kind, "any");
	});
	it("follows local references and folds allOf", () => {
		const schema = {
			type: "object",
			properties: { a: { $ref: "#/$defs/both", description: "outer" } },
			$defs: {
				base: { type: "object", properties: { x: { type: "string" } }, required: ["x"] },
				both: { allOf: [{ $ref: "#/$defs/base" }, { $ref: "#/$defs/base" }, { properties: { y: { type: "integer" } } }] },
			},
		};
		const node = field(schema);
		assert.deepEqual(node.shape.kind === "object" && node.shape.fields.map(({ name, required }) => [name, required]), [
			["x", true],
			["y", false],
		]);
		assert.equal(node.description, "outer");
	});
	it("cuts a schema that repeats itself, and one outside the document", () => {
		const tree = {
			type: "object",
			properties: { a: { $ref: "#/$defs/node" } },
			$defs: { node: { type: "object", properties: { next: { $ref: "#/$defs/node" } } } },
		};
		const node = field(tree);
		assert.match(
			node.shape.kind === "object" && node.shape.fields[0]?.node.shape.kind === "any" ? (node.shape.fields[0].node.shape.reason ?? "") : "",
			/repeats itself/,
		);
		const away = one({ $ref: "https://example.com/schema.json" });
		assert.match(away.shape.kind === "any" ? (away.shape.reason ?? "") : "", /nothing is fetched/);
		assert.equal(one({ $ref: "#/properties/a" }).shape.kind, "any");
	});
	it("gives only the JSON tab for what is no object", () => {
		for (const schema of [true, [], { type: "string" }, "7"]) assert.equal(expandSchema(json(schema)).kind, "json");
		assert.equal(expandSchema(undefined).kind, "json");
		assert.equal(expandSchema(json({})).kind, "form");
	});
	it("says what it does not draw", () => {
		const expansion = expandSchema(json({ type: "object", properties: {}, if: { required: ["a"] }, anyOf: [{ required: ["a"] }, { required: ["b"] }] }));
		assert.deepEqual(expansion.kind === "form" && expansion.notes, ["Not drawn in the form, but checked: if, anyOf."]);
	});
	it("keeps __proto__, constructor and toString as ordinary fields", () => {
		const schema =
			'{"type":"object","properties":{"__proto__":{"type":"boolean"},"constructor":{"const":1},"toString":{"type":"number"}},"required":["__proto__","constructor"]}';
		assert.equal(untouched(schema), '{"__proto__":false,"constructor":1}');
	});

	const hostile: Record<string, () => unknown> = {
		"a reference to itself": () => ({ $ref: "#" }),
		"references that double twenty times": () => ({
			type: "object",
			properties: { a: { $ref: "#/$defs/d0" } },
			$defs: Object.fromEntries(
				Array.from({ length: 21 }, (_, at) => [
					`d${at}`,
					{ type: "object", properties: { x: { $ref: `#/$defs/d${at + 1}` }, y: { $ref: `#/$defs/d${at + 1}` } } },
				]),
			),
		}),
		"allOf that doubles thirty times": () => ({
			$ref: "#/$defs/d0",
			$defs: Object.fromEntries(
				Array.from({ length: 31 }, (_, at) => [
					`d${at}`,
					at === 30 ? { type: "object" } : { allOf: [{ $ref: `#/$defs/d${at + 1}` }, { $ref: `#/$defs/d${at + 1}` }] },
				]),
			),
		}),
		"two enums of 50,000 folded into one": () => {
			const options = Array.from({ length: 50_000 }, (_, at) => `v${at}`);
			return { type: "object", properties: { a: { allOf: [{ enum: options }, { enum: options }] } } };
		},
		"an enum of 50,000": () => ({ type: "object", properties: { a: { enum: Array.from({ length: 50_000 }, (_, at) => `v${at}`) } } }),
		"10,000 properties": () => ({ type: "object", properties: Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`p${at}`, { type: "string" }])) }),
		"400 levels": () => JSON.parse(`${'{"type":"object","properties":{"a":'.repeat(120)}true${"}}".repeat(120)}`),
		"a pattern that backtracks": () => ({
			type: "object",
			properties: { a: { type: "string", pattern: "^(a+)+$", default: "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!" } },
		}),
	};
	for (const [name, make] of Object.entries(hostile))
		it(`ends on ${name}`, () => {
			const schema = json(make());
			const from = performance.now();
			expandSchema(schema);
			const took = performance.now() - from;
			// without a budget these would take minutes
			assert.ok(took < 20_000, `${took} ms`);
		});
});

describe("initialArguments", () => {
	it("leaves an optional field out, also one whose default is null", () => {
		const properties = {
			a: { type: "string" },
			b: { type: ["string", "null"], default: null },
			c: { type: "array", items: {} },
			d: { type: "object", properties: { e: { default: 1 } } },
		};
		assert.equal(untouched({ type: "object", properties }), "{}");
	});
	it("sends defaults with their digits, and what is required and needs no choice", () => {
		const schema =
			'{"type":"object","properties":{"n":{"type":"integer","default":12345678901234567890},"s":{"type":"string"},"b":{"type":"boolean"},"o":{"type":"object","properties":{"x":{"default":1.50}}}},"required":["s","b","o"]}';
		assert.equal(untouched(schema), '{"n":12345678901234567890,"b":false,"o":{"x":1.50}}');
	});
	it("never sends a name that is neither required nor has a default", () => {
		const leaf = fc.oneof(
			fc.record({ type: fc.constantFrom("string", "integer", "boolean", "array", "null") }),
			fc.record({ type: fc.constant("integer"), default: fc.integer() }),
			fc.record({ anyOf: fc.constant([{ type: "string" }, { type: "null" }]), default: fc.constant(null) }),
			fc.record({ enum: fc.array(fc.string(), { minLength: 1 }) }),
		);
		const { schema } = fc.letrec<{ schema: Record<string, unknown> }>((tie) => ({
			schema: fc
				.record({
					names: fc.uniqueArray(fc.string(), { maxLength: 6 }),
					inner: fc.array(fc.oneof({ maxDepth: 3 }, leaf, tie("schema")), { minLength: 6, maxLength: 6 }),
					required: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
				})
				.map(({ names, inner, required }) => ({
					type: "object",
					properties: Object.defineProperties({}, Object.fromEntries(names.map((name, at) => [name, { value: inner[at], enumerable: true }]))),
					required: names.filter((_, at) => required[at]),
				})),
		}));
		const check = (node: FormNode, value: ReturnType<typeof json>): void => {
			if (node.shape.kind !== "object" || value.kind !== "object") return;
			for (const [name, inner] of value.members) {
				const known = node.shape.fields.find((each) => each.name === name);
				assert.ok(known && (known.required || (known.node.default !== undefined && known.node.default.kind !== "null")), name);
				check(known.node, inner);
			}
		};
		fc.assert(fc.property(schema, (generated) => check(formOf(generated), initialArguments(formOf(generated)))));
	});
});
