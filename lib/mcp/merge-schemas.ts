import { canonicalJson } from "./canonical-json.ts";
import { itemsOf, type JsonMember, type JsonObject, type JsonValue, member, membersOf, numberOf, sameJson, textOf } from "./json-value.ts";

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

/** Limits of which the larger, or the smaller, asks for what both ask for. */
const larger = new Set(["minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"]);
const smaller = new Set(["maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"]);

/**
 * One object schema that asks for what both ask for, as far as a form needs to know: properties and required add up, types and enums
 * intersect, the tighter limit stays, annotations of `outer` win. Other keywords of `outer` win too; full validation sees the schema as it
 * is, and `onLost` hears of each demand of `inner` that gave way.
 */
export function mergeSchemas(outer: JsonObject, inner: JsonObject, onLost?: (lost: JsonMember) => void): JsonObject {
	const merged = new Map<string, JsonValue>(outer.members);
	for (const [keyword, theirs] of inner.members) {
		const ours = merged.get(keyword);
		if (ours === undefined) merged.set(keyword, theirs);
		else if (!annotations.has(keyword)) {
			const both = mergeKeyword(keyword, ours, theirs);
			if (both) merged.set(keyword, both);
			else if (onLost && canonicalJson(ours) !== canonicalJson(theirs)) onLost([keyword, theirs]);
		}
	}
	return { kind: "object", members: [...merged] };
}

/** What asks for both; undefined if no value of the keyword does. */
function mergeKeyword(keyword: string, ours: JsonValue, theirs: JsonValue): JsonValue | undefined {
	if (keyword === "properties") return mergeProperties(ours, theirs);
	if (keyword === "required") return { kind: "array", items: [...itemsOf(ours), ...itemsOf(theirs)] };
	if (keyword === "enum") {
		// every pair is compared; validation sees both lists anyway
		if (itemsOf(ours).length * itemsOf(theirs).length > 250_000) return undefined;
		const both = itemsOf(ours).filter((option) => itemsOf(theirs).some((other) => sameJson(option, other)));
		return { kind: "array", items: both };
	}
	if (keyword === "type") return intersectTypes(ours, theirs);
	const [one, other] = [numberOf(ours), numberOf(theirs)];
	if (one !== undefined && other !== undefined) {
		if (larger.has(keyword)) return other > one ? theirs : ours;
		if (smaller.has(keyword)) return other < one ? theirs : ours;
	}
	return undefined;
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

function intersectTypes(ours: JsonValue, theirs: JsonValue): JsonValue | undefined {
	const names = (value: JsonValue): readonly string[] => typesOf({ kind: "object", members: [["type", value]] });
	const allowed = new Set(names(theirs));
	const both = names(ours).filter((name) => allowed.has(name) || (name === "integer" && allowed.has("number")));
	// "number" against "integer": the narrower one
	if (both.length === 0 && names(ours).includes("number") && allowed.has("integer")) return theirs;
	return both.length === 0 ? undefined : { kind: "array", items: both.map((value) => ({ kind: "string", value })) };
}
