import { itemsOf, type JsonMember, type JsonObject, type JsonValue, member, membersOf, textOf } from "./json-value.ts";
import { mergeSchemas } from "./merge-schemas.ts";
import { resolvePointer } from "./resolve-pointer.ts";

/** A schema whose references and allOf are folded in. */
export type FlatSchema = {
	readonly schema: JsonObject;
	/** demands that could not be folded in, because another one of the same keyword stands there */
	readonly lost: ReadonlySet<JsonMember>;
	/** a part of it allows nothing */
	readonly never: boolean;
};

/** Words about a value, which may stand beside a reference. */
export const wordKeywords: ReadonlySet<string> = new Set(["title", "description", "default", "examples", "deprecated", "$comment"]);
/** More parts than anyone writes; the rest counts as lost. */
const PART_LIMIT = 500;

/**
 * Folds `$ref` and `allOf` of the schemas of one document. Each schema is folded once, so that parts which name each other cost no more than
 * their number; one that contains itself adds nothing to itself. References that lead out of the document stay where they are.
 */
export class SchemaFlattener {
	readonly #known = new Map<JsonObject, FlatSchema>();
	readonly #open = new Set<JsonObject>();
	constructor(readonly document: JsonValue) {}

	/** What a schema that is nothing but a reference, words aside, refers to. */
	follow(schema: JsonValue): JsonValue {
		const passed = new Set<JsonValue>();
		let at = schema;
		while (at.kind === "object" && !passed.has(at) && at.members.every(([name]) => name === "$ref" || wordKeywords.has(name))) {
			passed.add(at);
			const reference = textOf(member(at, "$ref"));
			const target = reference === undefined ? undefined : resolvePointer(this.document, reference);
			if (target?.kind !== "object" && target?.kind !== "boolean") break;
			at = target;
		}
		return at;
	}

	flatten(schema: JsonObject): FlatSchema {
		const known = this.#known.get(schema);
		if (known) return known;
		this.#open.add(schema);
		const flat = this.#fold(schema);
		this.#open.delete(schema);
		this.#known.set(schema, flat);
		return flat;
	}

	#fold(schema: JsonObject): FlatSchema {
		const reference = textOf(member(schema, "$ref"));
		const target = reference === undefined ? undefined : resolvePointer(this.document, reference);
		const all = itemsOf(member(schema, "allOf"));
		const followed = target?.kind === "object" || target?.kind === "boolean";
		if (!followed && all.length === 0) return { schema, lost: new Set(), never: false };
		const lost = new Set<JsonMember>(all.slice(PART_LIMIT).map((part) => ["allOf", part] as const));
		const members = membersOf(schema).filter(([name]) => name !== "allOf" && !(followed && name === "$ref"));
		let merged: JsonObject = { kind: "object", members };
		let never = false;
		for (const part of [...(followed ? [target] : []), ...all.slice(0, PART_LIMIT)]) {
			if (part.kind === "boolean") never ||= !part.value;
			if (part.kind !== "object" || this.#open.has(part)) continue;
			const flat = this.flatten(part);
			merged = mergeSchemas(merged, flat.schema, (each) => lost.add(each));
			for (const each of flat.lost) lost.add(each);
			never ||= flat.never;
		}
		return { schema: merged, lost, never };
	}
}
