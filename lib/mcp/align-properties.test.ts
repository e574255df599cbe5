import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { alignProperties } from "./align-properties.ts";
import { foldUnchanged } from "./fold-unchanged.ts";
import { parseJson } from "./parse-json.ts";

const json = (value: unknown) => parseJson(JSON.stringify(value)).value ?? assert.fail("not JSON");
const object = (properties: object, more: object = {}) => ({ type: "object", properties, ...more });
const rows = (before: unknown, after: unknown) => alignProperties(json(before), json(after), "input");
const lines = (before: unknown, after: unknown) =>
	rows(before, after).map(
		({ indent, before, after, change, severity }) =>
			`${"  ".repeat(indent)}${before ? `${before.name} ${before.description}` : "-"} / ${after ? `${after.name} ${after.description}` : "-"} ${change}${severity ? ` ${severity}` : ""}`,
	);

describe("alignProperties", () => {
	it("puts each property beside what it became, in the new order", () => {
		const before = object({
			query: { type: "string", minLength: 1, maxLength: 200 },
			notebook: { enum: ["work", "home"] },
			limit: { type: "integer", minimum: 1, maximum: 100 },
			mode: { enum: ["hybrid", "text"] },
			archived: { type: "boolean" },
		});
		const after = object(
			{
				query: { type: "string", minLength: 1, maxLength: 200 },
				filter: object({ notebook: {}, tags: {}, from: {}, to: {} }),
				limit: { type: "integer", minimum: 1, maximum: 50 },
				mode: { enum: ["hybrid", "text", "meaning"] },
				archived: { type: "boolean" },
			},
			{ additionalProperties: false },
		);
		assert.deepEqual(lines(before, after), [
			"query string, 1–200 / query string, 1–200 same",
			"- / filter object { notebook, tags, from, … } added info",
			"notebook work | home / - removed breaking",
			"limit integer, 1–100 / limit integer, 1–50 changed warning",
			"mode hybrid | text / mode hybrid | text | meaning changed info",
			"archived boolean / archived boolean same",
		]);
	});

	it("goes into objects and into lists of objects on both sides, through references", () => {
		const row = (id: string) => object({ id: { type: id }, name: { type: "string" } });
		const before = object({ rows: { type: "array", items: { $ref: "#/$defs/R" } }, at: object({ x: {} }) }, { $defs: { R: row("string") } });
		const after = object({ rows: { type: "array", items: row("integer") }, at: object({ x: {} }) });
		assert.deepEqual(lines(before, after), [
			"rows object[] / rows object[] same",
			"  id string / id integer changed breaking",
			"  name string / name string same",
			"at object { x } / at object { x } same",
			"  x any / x any same",
		]);
		assert.equal(rows(before, after)[1]?.path, "/properties/rows/items/properties/id");
	});

	it("gives a change inside what is not drawn to the property around it", () => {
		const tags = (type: string) => object({ tags: { type: "array", items: { anyOf: [{ type }, { type: "null" }] } } });
		assert.deepEqual(lines(tags("string"), tags("integer")), ["tags (string or null)[] / tags (integer or null)[] changed breaking"]);
	});

	it("ends where a schema repeats itself", () => {
		const tree = (type: string) => object({ name: { type }, children: { type: "array", items: { $ref: "#" } } });
		assert.deepEqual(lines(tree("string"), tree("integer")), ["name string / name integer changed breaking", "children object[] / children object[] same"]);
	});
});

describe("foldUnchanged", () => {
	const fold = (changed: string) =>
		foldUnchanged(
			[...changed].map((letter) => ({
				path: "",
				indent: 0,
				before: undefined,
				after: undefined,
				change: letter === "x" ? "changed" : "same",
				severity: undefined,
			})),
		).map(({ kind, rows }) => `${kind} ${rows.length}`);
	it("keeps a row on either side of each change", () => {
		assert.deepEqual(fold("----x----"), ["folded 3", "shown 3", "folded 3"]);
		assert.deepEqual(fold("x---x"), ["shown 5"]);
		assert.deepEqual(fold("x----x"), ["shown 2", "folded 2", "shown 2"]);
	});
	it("folds everything where nothing changed, and nothing where there is nothing", () => {
		assert.deepEqual(fold("---"), ["folded 3"]);
		assert.deepEqual(fold(""), []);
	});
});
