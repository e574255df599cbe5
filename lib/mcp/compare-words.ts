import { canonicalJson } from "./canonical-json.ts";
import { type JsonObject, type JsonValue, member } from "./json-value.ts";
import { sayList, sayValue } from "./say-values.ts";

/** Keywords that demand something, or that say nothing to a caller. All others are words about the value. */
const silent = new Set([
	...["type", "enum", "const", "anyOf", "oneOf", "allOf", "not", "if", "then", "else", "$ref", "$dynamicRef", "$recursiveRef"],
	...["properties", "required", "additionalProperties", "patternProperties", "propertyNames", "minProperties", "maxProperties"],
	...["dependentRequired", "dependentSchemas", "dependencies", "unevaluatedProperties", "unevaluatedItems"],
	...["items", "prefixItems", "additionalItems", "minItems", "maxItems", "uniqueItems", "contains", "minContains", "maxContains"],
	...["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"],
	...["minLength", "maxLength", "pattern", "format", "contentEncoding", "contentMediaType", "contentSchema"],
	...["$schema", "$id", "$anchor", "$dynamicAnchor", "$recursiveAnchor", "$vocabulary", "$comment", "$defs", "definitions"],
]);

/** What changed in the words of a schema: title, description, default and whatever a server adds. Each answer takes the name of the place. */
export function changedWords(before: JsonObject, after: JsonObject): readonly ((name: string) => string)[] {
	const names = new Set([...before.members, ...after.members].map(([name]) => name).filter((name) => !silent.has(name)));
	const changed = [...names].filter((name) => !same(member(before, name), member(after, name)));
	const found: ((name: string) => string)[] = [];
	const [was, is] = [member(before, "default"), member(after, "default")];
	if (changed.includes("default")) found.push((name) => `${name} ${sayDefault(was, is)}`);
	const others = changed.filter((name) => name !== "default").map((name) => `the ${name.slice(0, 40)}`);
	if (others.length > 0) found.push((name) => `${sayList(others.slice(0, 5), "and")} of ${name} changed`);
	return found;
}

const same = (one: JsonValue | undefined, other: JsonValue | undefined): boolean =>
	one === other || (one !== undefined && other !== undefined && canonicalJson(one) === canonicalJson(other));

function sayDefault(was: JsonValue | undefined, is: JsonValue | undefined): string {
	if (!is) return "has no default now";
	return was ? `defaults to ${sayValue(is)}, was ${sayValue(was)}` : `defaults to ${sayValue(is)} now`;
}
