import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { compareSchemas } from "./compare-schema.ts";
import { parseJson } from "./parse-json.ts";
import { toPointer } from "./resolve-pointer.ts";
import type { SchemaRole } from "./schema-rules.ts";

const json = (value: unknown) => parseJson(typeof value === "string" && value.startsWith("{") ? value : JSON.stringify(value)).value ?? assert.fail("not JSON");
const changes = (before: unknown, after: unknown, role: SchemaRole = "input") =>
	compareSchemas(json(before), json(after), role).map(({ severity, text }) => `${severity}: ${text}`);
const object = (properties: object, more: object = {}) => ({ type: "object", properties, ...more });
/** the same change seen by callers that send, and by callers that read */
const both = (before: unknown, after: unknown) => [
	...changes(object({ a: before }), object({ a: after })),
	...changes(object({ a: before }), object({ a: after }), "output").map((change) => change.replace(/^/, "output ")),
];
const same = (before: unknown, after: unknown) => {
	assert.deepEqual(both(before, after), []);
	assert.deepEqual(both(after, before), []);
};

describe("schemas that mean the same", () => {
	it("have no changes: order, spelling of types and numbers, one value as enum or const", () => {
		same({ type: "string", minLength: 1 }, { minLength: 1, type: ["string"] });
		same({ enum: ["a"] }, { const: "a" });
		same({ enum: ["a", "b"], type: "string" }, { enum: ["b", "a"] });
		assert.deepEqual(changes('{"maximum":10}', '{"maximum":1.0e1}'), []);
		assert.deepEqual(changes(object({}, { required: ["a", "b"] }), object({}, { required: ["b", "a"] })), []);
	});

	it("write nullable as a list of types, as anyOf, as oneOf or in an enum", () => {
		same({ type: ["integer", "null"], minimum: 1 }, { anyOf: [{ type: "integer", minimum: 1 }, { type: "null" }] });
		same({ type: ["integer", "null"], minimum: 1 }, { oneOf: [{ type: "null" }, { minimum: 1, type: "integer" }] });
		same({ enum: ["a", null] }, { anyOf: [{ const: "a" }, { type: "null" }] });
		same({ anyOf: [{ type: "integer" }, { type: "number" }] }, { type: "number" });
		same({ oneOf: [{ const: "a" }, { const: "b" }] }, { enum: ["a", "b"] });
	});

	it("say a limit in two ways", () => {
		same({ type: "integer", exclusiveMinimum: 0 }, { type: "integer", minimum: 1 });
		same({ type: "string", minLength: 0 }, { type: "string" });
		same({ type: "array", uniqueItems: false, minItems: 0 }, { type: "array" });
		same({ type: "object", additionalProperties: true }, { type: "object", additionalProperties: {} });
		same({ type: "object", properties: { x: {} } }, { properties: { x: true } });
	});

	it("write references and allOf out or not", () => {
		const point = object({ x: { type: "number" } }, { required: ["x"] });
		const written = object({ at: point });
		assert.deepEqual(changes(object({ at: { $ref: "#/$defs/Point" } }, { $defs: { Point: point } }), written), []);
		assert.deepEqual(changes(object({ at: { allOf: [{ $ref: "#/definitions/P" }] } }, { definitions: { P: point } }), written), []);
		assert.deepEqual(changes(object({ at: { allOf: [{ type: "object" }, { properties: { x: { type: "number" } } }, { required: ["x"] }] } }), written), []);
		same({ allOf: [{ minimum: 1, type: "number" }, { minimum: 5 }] }, { type: "number", minimum: 5 });
	});

	it("repeat themselves: a tree written with a reference to the whole, and one with a definition", () => {
		const tree = { type: "object", properties: { name: { type: "string" }, children: { type: "array", items: { $ref: "#" } } } };
		const defined = {
			$ref: "#/$defs/T",
			$defs: { T: { ...tree, properties: { ...tree.properties, children: { type: "array", items: { $ref: "#/$defs/T" } } } } },
		};
		assert.deepEqual(changes(tree, defined), []);
		const longer = { ...tree, properties: { ...tree.properties, name: { type: "string", maxLength: 3 } } };
		assert.deepEqual(changes(tree, longer), ["warning: name accepts at most 3 characters now, had no upper limit"]);
	});
});

describe("properties", () => {
	const before = object({ query: { type: "string" }, limit: { type: "integer" } }, { required: ["query"] });
	it("that are new are breaking for callers only if they are required", () => {
		const filter = { type: "object" };
		assert.deepEqual(changes(object({}), object({ filter })), ["info: filter is new and optional"]);
		assert.deepEqual(changes(object({}), object({ filter }, { required: ["filter"] })), ["breaking: filter is new and required"]);
		assert.deepEqual(changes(object({}), object({ filter }), "output"), ["info: filter is new"]);
	});
	it("that are gone are refused, ignored or missed", () => {
		const after = object({ query: { type: "string" } }, { required: ["query"] });
		assert.deepEqual(changes(before, after), ["warning: limit is gone; calls that still send it are not refused"]);
		const closed = { additionalProperties: false };
		assert.deepEqual(changes({ ...before, ...closed }, { ...after, ...closed }), ["breaking: limit is gone; calls that send it are refused"]);
		assert.deepEqual(changes(before, after, "output"), ["breaking: limit is gone"]);
	});
	it("that moved into a new object are told as moved", () => {
		const after = object({ query: { type: "string" }, filter: object({ limit: { type: "integer" } }) }, { required: ["query"], additionalProperties: false });
		assert.deepEqual(changes({ ...before, additionalProperties: false }, after), [
			"breaking: limit moved into the new object filter; calls that send it at the top are refused",
			"info: filter is new and optional",
		]);
	});
	it("become required or optional", () => {
		const after = object({ query: { type: "string" }, limit: { type: "integer" } }, { required: ["limit"] });
		assert.deepEqual(changes(before, after), ["info: query is optional now", "breaking: limit is required now"]);
		assert.deepEqual(changes(before, after, "output"), ["warning: query is optional now", "info: limit is required now"]);
	});
	it("that are not named are refused, allowed or typed", () => {
		const of = (additionalProperties: unknown) => ({ type: "object", additionalProperties });
		assert.deepEqual(changes(of(true), of(false)), ["warning: the input refuses other members now"]);
		assert.deepEqual(changes(of(false), of({})), ["info: the input allows other members now"]);
		assert.deepEqual(changes(of({}), of({ type: "string" })), ["warning: the input wants each other member to be a string now"]);
		assert.deepEqual(changes(of({ type: "string" }), of(true)), ["info: the input lets other members be anything now"]);
		assert.deepEqual(changes(of({ type: "string" }), of({ type: "integer" })), ["breaking: * is an integer now, was a string"]);
	});
});

describe("types", () => {
	it("are narrowed, widened or replaced", () => {
		assert.deepEqual(both({ type: "number" }, { type: "integer" }), [
			"breaking: a is an integer now, was a number",
			"output info: a is an integer now, was a number",
		]);
		assert.deepEqual(both({ type: "integer" }, { type: "number" }), [
			"info: a is a number now, was an integer",
			"output breaking: a is a number now, was an integer",
		]);
		assert.deepEqual(both({ type: "integer" }, { type: "string" }), [
			"breaking: a is a string now, was an integer",
			"output breaking: a is a string now, was an integer",
		]);
		assert.deepEqual(both({}, { type: "string" }), ["breaking: a is a string now, was anything", "output info: a is a string now, was anything"]);
		assert.deepEqual(both({ type: "string" }, false), ["breaking: a is nothing now, was a string", "output info: a is nothing now, was a string"]);
	});
	it("gain and lose null", () => {
		assert.deepEqual(both({ type: "string" }, { anyOf: [{ type: "string" }, { type: "null" }] }), [
			"info: a may be null now",
			"output breaking: a may be null now",
		]);
		assert.deepEqual(both({ type: ["string", "null"] }, { type: "string" }), ["breaking: a no longer accepts null", "output info: a is never null now"]);
	});
	it("of items and of what is inside them are named", () => {
		assert.deepEqual(
			changes(
				object({ rows: { type: "array", items: object({ id: { type: "string" } }) } }),
				object({ rows: { type: "array", items: object({ id: { type: "number" } }) } }),
			),
			["breaking: rows[].id is a number now, was a string"],
		);
		const tuple = (second: string) => ({ type: "array", prefixItems: [{ type: "string" }, { type: second }], items: false });
		assert.deepEqual(both(tuple("string"), tuple("boolean")).slice(0, 1), ["breaking: a[1] is a boolean now, was a string"]);
		assert.deepEqual(
			compareSchemas(json(object({ "a/b": { items: { type: "string" } } })), json(object({ "a/b": { items: {} } })), "input").map(({ path }) =>
				toPointer(path),
			),
			["/properties/a~1b/items"],
		);
	});
});

describe("values", () => {
	it("that are new or gone", () => {
		assert.deepEqual(both({ enum: ["hybrid", "text"] }, { enum: ["hybrid", "text", "meaning"] }), [
			"info: a has a new value meaning",
			"output warning: a has a new value meaning",
		]);
		assert.deepEqual(both({ enum: ["x", "two words", 3] }, { enum: ["x", 3] }), [
			'breaking: a no longer accepts "two words"',
			'output info: a is never "two words" now',
		]);
		assert.deepEqual(both({ const: "v1" }, { const: "v2" }).length, 4);
	});
	it("close and open a type", () => {
		assert.deepEqual(both({ type: "string" }, { enum: ["x", "y"] }), ["breaking: a accepts only x or y now", "output info: a is always one of x or y now"]);
		assert.deepEqual(both({ enum: ["x", "y"] }, { type: "string" }), [
			"info: a is no longer one of x or y only",
			"output warning: a is no longer one of x or y only",
		]);
	});
	it("of which there are many are counted", () => {
		const numbers = (from: number, to: number) => ({ enum: Array.from({ length: to - from }, (_, i) => from + i) });
		assert.deepEqual(both(numbers(0, 1), numbers(0, 101))[0], "info: a has new values 1, 2, 3, 4, 5 and 95 more");
	});
});

describe("limits", () => {
	const cases: [object, object, string, string][] = [
		[{ type: "integer", maximum: 100 }, { type: "integer", maximum: 50 }, "warning: a accepts at most 50, was 100", "info: a holds at most 50, was 100"],
		[{ type: "integer", maximum: 50 }, { type: "integer", maximum: 100 }, "info: a accepts at most 100, was 50", "warning: a holds at most 100, was 50"],
		[{ type: "number" }, { type: "number", exclusiveMinimum: 0 }, "warning: a accepts only more than 0 now, had no lower limit", "info: "],
		[{ type: "number", minimum: 0 }, { type: "number", exclusiveMinimum: 0 }, "warning: a accepts only more than 0, was at least 0", "info: "],
		[{ type: "string", minLength: 2 }, { type: "string" }, "info: a has no lower limit now, was at least 2 characters", "warning: "],
		[{ type: "array", maxItems: 3 }, { type: "array", maxItems: 2 }, "warning: a accepts at most 2 items, was 3", "info: "],
		[{ type: "array" }, { type: "array", uniqueItems: true }, "warning: a must not repeat items now", "info: "],
		[{ type: "object", minProperties: 1 }, { type: "object", minProperties: 2 }, "warning: a accepts at least 2 members, was 1", "info: "],
		[{ type: "string" }, { type: "string", pattern: "^a" }, "warning: a has the pattern ^a now", "info: "],
		[{ type: "string", format: "date" }, { type: "string", format: "date-time" }, "warning: a has the format date-time, was date", "warning: "],
		[{ type: "string", format: "date" }, { type: "string" }, "info: a no longer has the format date", "warning: "],
		[{ type: "number", multipleOf: 2 }, { type: "number", multipleOf: 4 }, "warning: a must be a multiple of 4, was 2", "info: "],
	];
	for (const [before, after, input, output] of cases)
		it(input.replace(/^\w+: /, ""), () => {
			const [sent, read, ...more] = both(before, after);
			assert.equal(sent, input);
			assert.ok(read?.startsWith(`output ${output}`), read);
			assert.deepEqual(more, []);
		});
	it("are compared by their digits", () => {
		const of = (maximum: string) => `{"type":"integer","maximum":${maximum}}`;
		assert.equal(changes(of("9007199254740993"), of("9007199254740992")).length, 1);
	});
});

describe("alternatives", () => {
	const circle = object({ kind: { const: "circle" }, r: { type: "number" } }, { required: ["kind", "r"] });
	const square = object({ kind: { const: "square" }, side: { type: "number" } }, { required: ["kind"] });
	it("are known again by their tag, wherever they stand", () => {
		same({ oneOf: [circle, square] }, { anyOf: [square, circle] });
		const larger = object({ kind: { const: "circle" }, r: { type: "string" } }, { required: ["kind", "r"] });
		assert.deepEqual(both({ oneOf: [circle, square] }, { oneOf: [square, larger] })[0], "breaking: a.r is a string now, was a number");
	});
	it("come and go", () => {
		assert.deepEqual(both({ oneOf: [circle, square] }, { oneOf: [square] }), [
			"breaking: a lost an alternative: circle",
			"output info: a lost an alternative: circle",
		]);
		assert.deepEqual(both({ oneOf: [circle] }, { oneOf: [square, circle] }), [
			"info: a has a new alternative: square",
			"output breaking: a has a new alternative: square",
		]);
	});
	it("that only differ in what they require are told apart", () => {
		const properties = { a: { type: "string" }, b: { type: "string" } };
		const of = (...required: string[][]) => object(properties, { anyOf: required.map((names) => ({ required: names })) });
		assert.deepEqual(changes(of(["a"], ["b"]), of(["a"], ["a", "b"])), ["breaking: a is required now"]);
	});
	it("that lead back to themselves end", () => {
		const of = (type: string) => ({ $defs: { A: { anyOf: [{ $ref: "#/$defs/A" }, { type }] } }, $ref: "#/$defs/A" });
		assert.deepEqual(changes(of("string"), of("number")), ["breaking: the input is a number now, was a string"]);
	});
});

describe("words and other rules", () => {
	it("are changes without a demand", () => {
		assert.deepEqual(both({ type: "string", description: "x" }, { type: "string", description: "y", title: "T", "x-order": 1 }), [
			"info: the description, the title and the x-order of a changed",
			"output info: the description, the title and the x-order of a changed",
		]);
		assert.deepEqual(changes(object({ n: { default: 10 } }), object({ n: { default: 20 } })), ["info: n defaults to 20, was 10"]);
		assert.deepEqual(changes(object({ n: {} }), object({ n: { default: null } })), ["info: n defaults to null now"]);
		assert.deepEqual(changes(object({ n: { default: 1 } }), object({ n: {} })), ["info: n has no default now"]);
	});
	it("beside a reference are its own", () => {
		const of = (description: string) => object({ a: { $ref: "#/$defs/A", description } }, { $defs: { A: { type: "string" } } });
		assert.deepEqual(changes(of("x"), of("y")), ["info: the description of a changed"]);
	});
	it("that cannot be weighed are named", () => {
		assert.deepEqual(changes({ not: { required: ["a"] } }, { not: { required: ["b"] } }), ["warning: the input has other rules now: not"]);
		assert.deepEqual(changes({ type: "object" }, { type: "object", if: {}, else: { required: ["a"] } }), [
			"warning: the input has other rules now: if and else",
		]);
		assert.deepEqual(changes({ not: { $ref: "#/$defs/A" }, $defs: { A: { enum: [1] } } }, { not: { const: 1 } }), []);
		assert.deepEqual(changes({ allOf: [{ pattern: "a" }, { pattern: "b" }] }, { allOf: [{ pattern: "a" }, { pattern: "c" }] }), [
			"warning: the input has other rules now: pattern",
		]);
		assert.deepEqual(both({ $ref: "https://x.example/a" }, { $ref: "https://x.example/b" })[0], "warning: a has other rules now: $ref");
	});
});

describe("any schemas", () => {
	const keyword = fc.constantFrom(
		...["type", "properties", "items", "anyOf", "oneOf", "allOf", "$ref", "enum", "const", "required", "additionalProperties"],
		...["minimum", "maxLength", "not", "prefixItems", "default", "$defs", "title", "patternProperties", "if", "__proto__"],
	);
	const word = fc.constantFrom("#", "#/$defs/title", "#/properties/type", "#/anyOf/0", "string", "integer", "null", "object", "array", "a");
	const { schema } = fc.letrec<{ schema: unknown }>((tie) => ({
		schema: fc.oneof(
			{ maxDepth: 6, depthSize: "large" },
			fc.oneof(word, fc.integer(), fc.boolean(), fc.constant(null)),
			fc.dictionary(keyword, tie("schema"), { maxKeys: 6 }),
			fc.array(tie("schema"), { maxLength: 4 }),
		),
	}));
	const roles: readonly SchemaRole[] = ["input", "output"];

	it("are compared without throwing, and with themselves without changes", () => {
		fc.assert(
			fc.property(schema, schema, (one, other) => {
				for (const role of roles) {
					changes(one, other, role);
					assert.deepEqual(changes(one, one, role), []);
				}
			}),
			{ numRuns: 500 },
		);
	});

	it("without changes stay so beside one change elsewhere", () => {
		fc.assert(
			fc.property(schema, (one) => {
				// what refers to the whole has another title with it
				fc.pre(!JSON.stringify(one).includes('"#"'));
				// another title keeps the whole from being the same text
				const found = changes({ title: "a", properties: { one } }, { title: "b", properties: { one } });
				assert.deepEqual(
					found.filter((change) => !change.startsWith("warning: the input is too large")),
					["info: the title of the input changed"],
				);
			}),
			{ numRuns: 500 },
		);
	});

	it("that multiply end soon", () => {
		const layers = (leaf: object, step: (next: object) => object) => {
			const $defs: Record<string, object> = { L40: leaf };
			for (let level = 0; level < 40; level++) $defs[`L${level}`] = step({ $ref: `#/$defs/L${level + 1}` });
			return { $ref: "#/$defs/L0", $defs };
		};
		const steps: ((next: object) => object)[] = [
			(next) => ({ properties: { a: next, b: next } }),
			(next) => ({ allOf: [next, next, { properties: { a: next } }] }),
			(next) => ({ anyOf: [next, { ...next }, { type: "object", properties: { a: next } }] }),
			(next) => ({ items: next, prefixItems: [next, next] }),
			(next) => ({ not: next, if: next, else: next }),
		];
		const started = performance.now();
		for (const step of steps) assert.ok(changes(layers({ type: "string" }, step), layers({ type: "integer" }, step)).length > 0);
		const endless = {
			allOf: [{ $ref: "#/$defs/B" }, { $ref: "#/$defs/C" }],
			$defs: { B: { properties: { x: { $ref: "#" } } }, C: { properties: { x: { $ref: "#" } } } },
		};
		assert.deepEqual(changes(endless, { ...endless, minProperties: 1 }).slice(-1), ["warning: the input is too large or too deep to be compared completely"]);
		const wide = (type: string) => object(Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`p${i}`, { type }])));
		assert.ok(changes(wide("string"), wide("integer")).length <= 501);
		assert.ok(performance.now() - started < 5_000);
	});
});
