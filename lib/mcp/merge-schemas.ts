import { itemsOf, type JsonMember, type JsonObject, type JsonValue, member, membersOf, sameJson, textOf } from "./json-value.ts";

/** Words about a schema: the outer ones are nearer to the reader and win. */
const annotations = new Set([
	"title",
	"description",
	"default",
	"examples",
	"deprecated",
	"readOnly",
	"writeOnly",
	"$comment",
	"$schema",
	"$id",
	"$defs",
	"definitions",
]);

/**
 * One object schema that asks for what both ask for, as far as a form needs to know: properties and required add up, types and enums
 * intersect, annotations of `outer` win. Other keywords of `outer` win too; full validation sees the schema as it is.
 */
export function mergeSchemas(outer: JsonObject, inner: JsonObject): JsonObject {
	const merged = new Map<string, JsonValue>(outer.members);
	for (const [keyword, theirs] of inner.members) {
		const ours = merged.get(keyword);
		if (ours === undefined) merged.set(keyword, theirs);
		else if (!annotations.has(keyword)) merged.set(keyword, mergeKeyword(keyword, ours, theirs));
	}
	return { kind: "object", members: [...merged] };
}

function mergeKeyword(keyword: string, ours: JsonValue, theirs: JsonValue): JsonValue {
	if (keyword === "properties") return mergeProperties(ours, theirs);
	if (keyword === "required") return { kind: "array", items: [...itemsOf(ours), ...itemsOf(theirs)] };
	if (keyword === "enum") {
		// every pair is compared; validation sees both lists anyway
		if (itemsOf(ours).length * itemsOf(theirs).length > 250_000) return ours;
		const both = itemsOf(ours).filter((option) => itemsOf(theirs).some((other) => sameJson(option, other)));
		return { kind: "array", items: both };
	}
	if (keyword === "type") return intersectTypes(ours, theirs);
	return ours;
}

function mergeProperties(ours: JsonValue, theirs: JsonValue): JsonValue {
	const merged = new Map(membersOf(ours));
	for (const [name, schema] of membersOf(theirs)) {
		const known = merged.get(name);
		merged.set(name, known ? { kind: "object", members: [["allOf", { kind: "array", items: [known, schema] }]] satisfies JsonMember[] } : schema);
	}
	return { kind: "object", members: [...merged] };
}

/** The type names that a schema allows; empty if it names none. */
export function typesOf(schema: JsonValue): readonly string[] {
	const type = member(schema, "type");
	const one = textOf(type);
	return one !== undefined ? [one] : itemsOf(type).flatMap((item) => textOf(item) ?? []);
}

function intersectTypes(ours: JsonValue, theirs: JsonValue): JsonValue {
	const names = (value: JsonValue): readonly string[] => typesOf({ kind: "object", members: [["type", value]] });
	const allowed = new Set(names(theirs));
	const both = names(ours).filter((name) => allowed.has(name) || (name === "integer" && allowed.has("number")));
	// "number" against "integer": the narrower one
	if (both.length === 0 && names(ours).includes("number") && allowed.has("integer")) return theirs;
	return both.length === 0 ? ours : { kind: "array", items: both.map((value) => ({ kind: "string", value })) };
}
