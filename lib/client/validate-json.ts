import { type SchemaDraft, Validator } from "@cfworker/json-schema";
import { type Difference, readDifferences } from "../mcp/read-differences.ts";

export type Judgement =
	| { readonly state: "matches" }
	| { readonly state: "differs"; readonly differences: readonly Difference[] }
	| { readonly state: "failed"; readonly reason: string };

const drafts: readonly (readonly [RegExp, SchemaDraft])[] = [
	[/draft-0[34]/, "4"],
	[/draft-0[67]/, "7"],
	[/2019-09/, "2019-09"],
];

/**
 * Judges JSON text by the JSON text of a schema; 2020-12 unless `$schema` says otherwise. May run for ever on a hostile schema, so the
 * page calls it only inside the worker that it can end.
 */
export function validateJson(schemaText: string, valueText: string): Judgement {
	try {
		const schema: unknown = JSON.parse(schemaText);
		const value: unknown = JSON.parse(valueText);
		if (typeof schema !== "boolean" && (typeof schema !== "object" || schema === null || Array.isArray(schema)))
			return { state: "failed", reason: "The schema is neither an object nor a boolean." };
		const named = typeof schema === "object" && "$schema" in schema ? String(schema.$schema) : "";
		const draft = drafts.find(([pattern]) => pattern.test(named))?.[1] ?? "2020-12";
		const { valid, errors } = new Validator(schema, draft, false).validate(value);
		if (valid) return { state: "matches" };
		const differences = readDifferences(errors);
		return { state: "differs", differences: differences.length > 0 ? differences : [{ pointer: "", message: "does not match the schema" }] };
	} catch (error) {
		// whatever a strange schema does to the validator is a fact about the schema
		return { state: "failed", reason: error instanceof Error ? (error.message.split("\n", 1)[0] ?? "") : String(error) };
	}
}
