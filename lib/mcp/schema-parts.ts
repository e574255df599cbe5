import { wordKeywords } from "./flatten-schema.ts";
import { itemsOf, type JsonObject, type JsonValue, jsonBoolean, member, membersOf, textOf } from "./json-value.ts";

/** The members of an object that a schema describes, and what it says of all others. */
export type ObjectParts = {
	readonly all: ReadonlyMap<string, { readonly schema: JsonValue; readonly required: boolean }>;
	readonly others: "any" | "refused" | "typed";
	readonly other: JsonValue;
};

export function objectParts(schema: JsonObject): ObjectParts {
	const required = new Set(itemsOf(member(schema, "required")).flatMap((name) => textOf(name) ?? []));
	// a name may be required without being described
	const schemas = new Map<string, JsonValue>([...required].map((name) => [name, jsonBoolean(true)]));
	for (const [name, inner] of membersOf(member(schema, "properties"))) schemas.set(name, inner);
	const other = member(schema, "additionalProperties") ?? member(schema, "unevaluatedProperties") ?? jsonBoolean(true);
	const others = other.kind === "boolean" ? (other.value ? "any" : "refused") : membersOf(other).every(([name]) => wordKeywords.has(name)) ? "any" : "typed";
	return { all: new Map([...schemas].map(([name, inner]) => [name, { schema: inner, required: required.has(name) }])), others, other };
}

/** The schemas of an array's elements: some of the first ones, and all others. Until draft 2019-09 a list stood under `items`. */
export function arrayParts(schema: JsonObject): { readonly first: readonly JsonValue[]; readonly rest: JsonValue } {
	const items = member(schema, "items");
	const rest = items?.kind === "array" ? member(schema, "additionalItems") : items;
	return { first: itemsOf(items?.kind === "array" ? items : member(schema, "prefixItems")), rest: rest ?? jsonBoolean(true) };
}
