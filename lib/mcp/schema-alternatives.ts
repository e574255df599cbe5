import { canonicalJson } from "./canonical-json.ts";
import { SchemaFlattener } from "./flatten-schema.ts";
import { impliedType } from "./implied-type.ts";
import { emptyObject, itemsOf, type JsonMember, type JsonObject, type JsonValue, member, membersOf, numberOf, textOf } from "./json-value.ts";
import { mergeSchemas, typesOf } from "./merge-schemas.ts";

/** One way in which a value can satisfy a schema: of one type, with the keywords that speak about that type. */
export type Alternative = {
	/** the type; integers are numbers here, and "any" is every type */
	readonly family: string;
	readonly integer: boolean;
	readonly schema: JsonObject;
	/** the only values, by their canonical text; undefined if it is open */
	readonly values: ReadonlyMap<string, JsonValue> | undefined;
	/** demands that stand beside others of the same keyword */
	readonly lost: readonly JsonMember[];
	/** what people call it: the constant of a property that tells alternatives apart, or its title */
	readonly label: string | undefined;
};

/** A schema as it is compared. */
export type SchemaReading = {
	/** none = no value is allowed */
	readonly alternatives: readonly Alternative[];
	/** where its words stand: title, description, default */
	readonly words: JsonObject;
};

/** More alternatives than anyone reads; beyond, a choice is one demand that is compared as text. */
const ALTERNATIVE_LIMIT = 200;
/** Keywords that leave a type as open as it is. */
const words = new Set(["type", "title", "description", "default", "examples", "deprecated", "readOnly", "writeOnly", "nullable"]);

type Found = { readonly schema: JsonObject; readonly lost: readonly JsonMember[]; readonly title: string | undefined };

/** Reads the schemas of one document as alternatives: type lists, `anyOf`, `oneOf`, `enum`, `const` and nullable forms that mean the same read the same. */
export class SchemaReader {
	readonly #flattener: SchemaFlattener;
	readonly #known = new Map<JsonValue, SchemaReading>();
	constructor(document: JsonValue) {
		this.#flattener = new SchemaFlattener(document);
	}

	/** The schema that a bare reference names, through any number of them; words beside it do not count. */
	follow(schema: JsonValue): JsonValue {
		return this.#flattener.follow(schema);
	}

	read(schema: JsonValue): SchemaReading {
		const known = this.#known.get(schema);
		if (known) return known;
		const reading = this.#read(schema);
		this.#known.set(schema, reading);
		return reading;
	}

	#read(schema: JsonValue): SchemaReading {
		if (schema.kind === "boolean" && !schema.value) return { alternatives: [], words: emptyObject };
		const flat = this.#flattener.flatten(schema.kind === "object" ? schema : emptyObject);
		if (flat.never) return { alternatives: [], words: flat.schema };
		const found = this.#choices({ schema: flat.schema, lost: [...flat.lost], title: undefined }, ALTERNATIVE_LIMIT, new Set());
		const alternatives = collapse(found.flatMap(byType));
		const real = alternatives.filter(({ family }) => family !== "null");
		return { alternatives, words: real.length === 1 && real[0] ? mergeSchemas(flat.schema, real[0].schema) : flat.schema };
	}

	/** Every combination of the choices in a schema. */
	#choices(from: Found, limit: number, open: ReadonlySet<JsonValue>): readonly Found[] {
		const keyword = ["oneOf", "anyOf"].find((name) => itemsOf(member(from.schema, name)).length > 0);
		const choice = keyword && member(from.schema, keyword);
		if (!keyword || !choice) return [from];
		const siblings: JsonObject = { kind: "object", members: from.schema.members.filter(([name]) => name !== keyword) };
		const asDemand: Found = { ...from, schema: siblings, lost: [...from.lost, [keyword, choice]] };
		const options = itemsOf(choice);
		const found: Found[] = [];
		for (const option of options.length > limit ? [] : options) {
			// an option that leads back to itself adds nothing
			if (option.kind === "object" && !open.has(option)) found.push(...this.#option(option, { ...from, schema: siblings }, limit / options.length, open));
			if (option.kind === "boolean" && option.value) found.push({ ...from, schema: siblings });
		}
		return options.length > limit || found.length > limit ? [asDemand] : found;
	}

	#option(option: JsonObject, { schema, lost }: Found, limit: number, open: ReadonlySet<JsonValue>): readonly Found[] {
		const flat = this.#flattener.flatten(option);
		if (flat.never) return [];
		const all: JsonMember[] = [...lost, ...flat.lost];
		const merged = mergeSchemas(schema, flat.schema, (each) => all.push(each));
		return this.#choices({ schema: merged, lost: all, title: textOf(member(flat.schema, "title")) }, limit, new Set([...open, option]));
	}
}

/** A schema without choices, as one alternative for each type that it allows. */
function byType({ schema, lost, title }: Found): readonly Alternative[] {
	const constant = member(schema, "const");
	const listed = member(schema, "enum");
	const declared = typesOf(schema);
	const make = (type: string, values?: readonly JsonValue[]): Alternative => ({
		family: type === "integer" ? "number" : type,
		integer: values ? values.every(isWhole) : type === "integer",
		schema,
		values: values && new Map(values.map((value) => [canonicalJson(value), value])),
		lost,
		label: tagOf(schema) ?? title,
	});
	if (!constant && listed?.kind !== "array") return (declared.length > 0 ? declared : [impliedType(schema)]).map((type) => make(type));
	const groups = new Map<string, JsonValue[]>();
	for (const value of constant ? [constant] : itemsOf(listed)) {
		if (declared.length > 0 && !declared.includes(value.kind) && !(isWhole(value) && declared.includes("integer"))) continue;
		const group = groups.get(value.kind);
		if (group) group.push(value);
		else groups.set(value.kind, [value]);
	}
	return [...groups].map(([kind, values]) => make(kind, values));
}

const isWhole = (value: JsonValue): boolean => Number.isInteger(numberOf(value));

/** Text and numbers that tell this object from its neighbours, as in `kind: "circle"`. */
function tagOf(schema: JsonObject): string | undefined {
	for (const [, inner] of membersOf(member(schema, "properties"))) {
		const listed = itemsOf(member(inner, "enum"));
		const tag = member(inner, "const") ?? (listed.length === 1 ? listed[0] : undefined);
		if (tag?.kind === "string") return tag.value;
		if (tag?.kind === "number") return tag.digits;
	}
	return undefined;
}

/** Alternatives that another one includes are left out, and lists of values of one type become one list. */
function collapse(all: readonly Alternative[]): readonly Alternative[] {
	const openAny = all.find((each) => each.family === "any" && isOpen(each));
	if (openAny) return [openAny];
	const families = new Map<string, Alternative[]>();
	for (const each of all) {
		const group = families.get(each.family);
		if (group) group.push(each);
		else families.set(each.family, [each]);
	}
	return [...families.values()].flatMap(collapseFamily);
}

function collapseFamily(group: readonly Alternative[]): readonly Alternative[] {
	const open = group.find((each) => isOpen(each) && !each.integer) ?? (group.every(({ integer }) => integer) ? group.find(isOpen) : undefined);
	if (open) return [open];
	const first = group[0];
	if (!first) return [];
	const listed = group.filter(({ values, lost }) => values && lost.length === 0);
	const rest = group.filter((each) => !listed.includes(each));
	const values = new Map(listed.flatMap((each) => [...(each.values ?? [])]));
	// both booleans, or the only null: nothing is left out
	const isAll = values.size === { boolean: 2, null: 1 }[first.family];
	const joined = listed[0] && { ...listed[0], integer: listed.every(({ integer }) => integer), values: isAll ? undefined : values };
	return joined ? [joined, ...rest] : rest;
}

const isOpen = ({ values, lost, schema }: Alternative): boolean => !values && lost.length === 0 && schema.members.every(([name]) => words.has(name));
