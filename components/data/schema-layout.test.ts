import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { expandSchema } from "../../lib/mcp/expand-schema.ts";
import type { FormField } from "../../lib/mcp/form-node.ts";
import { parseJson } from "../../lib/mcp/parse-json.ts";
import { layoutFields } from "./schema-layout.ts";

function fieldsOf(properties: Record<string, unknown>): readonly FormField[] {
	const expansion = expandSchema(parseJson(JSON.stringify({ type: "object", properties, required: Object.keys(properties) })).value);
	return expansion.kind === "form" && expansion.root.shape.kind === "object" ? expansion.root.shape.fields : assert.fail();
}

describe("layoutFields", () => {
	it("fills a row with its first text field", () => {
		assert.deepEqual(layoutFields(fieldsOf({ text: { type: "string" } })), [12]);
		assert.deepEqual(layoutFields(fieldsOf({ a: { type: "integer" }, b: { type: "integer" } })), [3, 3]);
	});
	it("never lets a row pass twelve columns", () => {
		const fields = fieldsOf({
			query: { type: "string", minLength: 1, maxLength: 200 },
			mode: { enum: ["hybrid", "text", "meaning"] },
			limit: { type: "integer" },
			archived: { type: "boolean" },
			filter: { type: "object" },
		});
		let used = 0;
		for (const span of layoutFields(fields)) {
			assert.ok(span >= 1 && span <= 12);
			used = used + span > 12 ? span : used + span;
		}
		assert.equal(used, 12);
	});
});
