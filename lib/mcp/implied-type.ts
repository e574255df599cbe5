import { type JsonObject, member } from "./json-value.ts";

const hints: readonly (readonly [string, readonly string[]])[] = [
	["object", ["properties", "additionalProperties", "required"]],
	["array", ["items", "prefixItems", "minItems", "maxItems"]],
	["string", ["minLength", "maxLength", "pattern", "format"]],
	["number", ["minimum", "maximum", "multipleOf", "exclusiveMinimum", "exclusiveMaximum"]],
];

/** The type that a schema without one means by its keywords, or "any". */
export function impliedType(schema: JsonObject): string {
	return hints.find(([, keywords]) => keywords.some((keyword) => member(schema, keyword) !== undefined))?.[0] ?? "any";
}
