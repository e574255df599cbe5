import { describeSchema, undrawnKeywords } from "./describe-schema.ts";
import type { FormField, FormNode, FormShape, FormVariant } from "./form-node.ts";
import { impliedType } from "./implied-type.ts";
import { emptyObject, itemsOf, type JsonObject, type JsonValue, member, membersOf, numberOf, textOf } from "./json-value.ts";
import { mergeSchemas, typesOf } from "./merge-schemas.ts";
import { resolvePointer } from "./resolve-pointer.ts";

/** A form to draw, or why there is only the JSON tab. `notes` name what the form cannot show. */
export type Expansion =
	| { readonly kind: "form"; readonly root: FormNode; readonly notes: readonly string[] }
	| { readonly kind: "json"; readonly reason: string };

export const NODE_LIMIT = 2_000;
export const DEPTH_LIMIT = 12;
/** Options that a select shows; a longer enum is a field to type into. */
export const OPTION_LIMIT = 500;
/** Schemas looked at while references and allOf are flattened: 2,000 nodes of a sane schema need far fewer. */
const STEP_LIMIT = 20_000;

class BudgetSpent extends Error {}

/** Turns the input schema of a tool into what a form draws. Ends on any schema; never throws. */
export function expandSchema(schema: JsonValue | undefined): Expansion {
	if (schema === undefined) return { kind: "json", reason: "The tool declares no input schema." };
	if (schema.kind !== "object") return { kind: "json", reason: "The input schema is not an object, so no form can be drawn from it." };
	const expander = new Expander(schema);
	try {
		const root = expander.node(typesOf(schema).length === 0 && impliedType(schema) === "any" ? asObject(schema) : schema, 0, new Set());
		const shapes = root.shape.kind === "variants" ? root.shape.variants.map(({ node }) => node.shape.kind) : [root.shape.kind];
		if (!shapes.every((kind) => kind === "object")) return { kind: "json", reason: `Arguments are an object, but the input schema describes ${root.summary}.` };
		return { kind: "form", root, notes: expander.notes() };
	} catch (error) {
		if (!(error instanceof BudgetSpent)) throw error;
		return { kind: "json", reason: error.message };
	}
}

type Refs = ReadonlySet<string>;
type Flat = { schema: JsonObject; refs: Refs } | { stuck: string };

class Expander {
	private nodes = 0;
	private steps = 0;
	private readonly undrawn = new Set<string>();
	constructor(private readonly document: JsonValue) {}

	notes(): readonly string[] {
		return this.undrawn.size === 0 ? [] : [`Not drawn in the form, but checked: ${[...this.undrawn].join(", ")}.`];
	}

	node(schema: JsonValue, depth: number, refs: Refs): FormNode {
		if (++this.nodes > NODE_LIMIT) throw new BudgetSpent(`The input schema expands to more than ${NODE_LIMIT.toLocaleString("en")} fields.`);
		if (schema.kind === "boolean") return this.leaf(emptyObject, "any", { kind: "any", reason: schema.value ? undefined : "The schema allows no value here." });
		if (schema.kind !== "object") return this.leaf(emptyObject, "any", { kind: "any", reason: "The schema here is neither an object nor a boolean." });
		const flat = this.flatten(schema, refs);
		if ("stuck" in flat) return this.leaf(schema, "any", { kind: "any", reason: flat.stuck });
		if (depth > DEPTH_LIMIT) return this.leaf(flat.schema, "any", { kind: "any", reason: `Nested deeper than ${DEPTH_LIMIT} levels.` });
		for (const keyword of undrawnKeywords(flat.schema)) this.undrawn.add(keyword);
		return this.drawn(flat.schema, depth, flat.refs);
	}

	private drawn(schema: JsonObject, depth: number, refs: Refs): FormNode {
		const constant = member(schema, "const");
		if (constant) return this.leaf(schema, "const", { kind: "const", value: constant });
		const options = itemsOf(member(schema, "enum"));
		if (options.length > 0) return this.enumNode(schema, options);
		const choice = member(schema, "oneOf") ? "oneOf" : member(schema, "anyOf") ? "anyOf" : undefined;
		if (choice) {
			const chosen = this.choiceNode(schema, choice, depth, refs);
			if (chosen) return chosen;
		}
		const types = typesOf(schema).filter((type) => type !== "null");
		const nullable = types.length < typesOf(schema).length;
		if (types.length > 1) {
			const variants = types.map((type): FormVariant => ({ label: type, node: this.drawn(withType(schema, type), depth, refs) }));
			return { ...this.leaf(schema, types.join(" or "), { kind: "variants", variants }), nullable };
		}
		const type = types[0] ?? (nullable ? "null" : impliedType(schema));
		const node = this.typed(schema, type, depth, refs);
		return nullable && type !== "null" ? { ...node, nullable, summary: `${node.summary} or null` } : node;
	}

	private typed(schema: JsonObject, type: string, depth: number, refs: Refs): FormNode {
		const summary = describeSchema(schema, type);
		switch (type) {
			case "string":
				return this.leaf(schema, summary, stringShape(schema));
			case "number":
			case "integer":
				return this.leaf(schema, summary, { kind: "number", integer: type === "integer" });
			case "boolean":
			case "null":
				return this.leaf(schema, type, { kind: type });
			case "object":
				return this.objectNode(schema, depth, refs);
			case "array":
				return this.arrayNode(schema, depth, refs);
			default:
				return this.leaf(schema, "any", { kind: "any", reason: type === "any" ? undefined : `The schema names an unknown type, ${JSON.stringify(type)}.` });
		}
	}

	private objectNode(schema: JsonObject, depth: number, refs: Refs): FormNode {
		const required = new Set(itemsOf(member(schema, "required")).flatMap((name) => textOf(name) ?? []));
		const properties = new Map(membersOf(member(schema, "properties")));
		// a name that is only required still needs a field
		for (const name of required) if (!properties.has(name)) properties.set(name, { kind: "boolean", value: true });
		const fields = [...properties].map(([name, inner]): FormField => ({ name, required: required.has(name), node: this.node(inner, depth + 1, refs) }));
		const extra = member(schema, "additionalProperties");
		const opens = extra === undefined ? fields.length === 0 && depth > 0 : !(extra.kind === "boolean" && !extra.value);
		const additional = opens ? this.node(extra ?? { kind: "boolean", value: true }, depth + 1, refs) : undefined;
		return this.leaf(schema, "object", { kind: "object", fields, additional });
	}

	private arrayNode(schema: JsonObject, depth: number, refs: Refs): FormNode {
		const items = member(schema, "items");
		const listed = member(schema, "prefixItems") ?? (items?.kind === "array" ? items : undefined);
		const prefix = itemsOf(listed).map((item) => this.node(item, depth + 1, refs));
		const rest = items?.kind === "array" ? member(schema, "additionalItems") : items;
		const closed = rest?.kind === "boolean" && !rest.value;
		const each = closed ? undefined : this.node(rest ?? { kind: "boolean", value: true }, depth + 1, refs);
		const summary = describeSchema(schema, "array", prefix.length > 0 ? "tuple" : each?.summary);
		return this.leaf(schema, summary, { kind: "array", prefix, items: each, maxItems: numberOf(member(schema, "maxItems")) });
	}

	private enumNode(schema: JsonObject, options: readonly JsonValue[]): FormNode {
		const named = options.filter((option) => option.kind !== "null");
		const nullable = named.length < options.length;
		if (named.length > OPTION_LIMIT) {
			const summary = `enum of ${named.length.toLocaleString("en")}`;
			const strings = named.every((option) => option.kind === "string");
			return {
				...this.leaf(schema, summary, strings ? { kind: "string", format: undefined, multiline: false } : { kind: "any", reason: undefined }),
				nullable,
			};
		}
		return {
			...this.leaf(schema, nullable ? "enum or null" : "enum", { kind: "enum", options: named.map((value) => ({ label: labelOf(value), value })) }),
			nullable,
		};
	}

	/** Undefined when the options say nothing that a form could draw, such as `anyOf: [{required: …}, {required: …}]`. */
	private choiceNode(schema: JsonObject, keyword: "oneOf" | "anyOf", depth: number, refs: Refs): FormNode | undefined {
		const siblings: JsonObject = { kind: "object", members: schema.members.filter(([name]) => name !== keyword) };
		const all = itemsOf(member(schema, keyword));
		const flat = all.map((option) => ({ option, flat: option.kind === "object" ? this.flatten(option, refs) : undefined }));
		const real = flat.filter(({ flat }) => !(flat && "schema" in flat && isNull(flat.schema)));
		const nullable = real.length < all.length;
		if (real.length === 0) return undefined;
		if (real.every(({ flat }) => flat && "schema" in flat && flat.schema.members.every(([name]) => name === "required" || name === "not"))) {
			this.undrawn.add(keyword);
			return undefined;
		}
		const constants = real.flatMap(({ flat }) => (flat && "schema" in flat ? asConstant(flat.schema) : []));
		if (constants.length === real.length && constants.length <= OPTION_LIMIT)
			return { ...this.leaf(siblings, nullable ? "enum or null" : "enum", { kind: "enum", options: constants }), nullable };
		const only = real.length === 1 ? real[0] : undefined;
		const merged = ({ option, flat }: (typeof real)[number]): { schema: JsonValue; refs: Refs } =>
			flat && "schema" in flat ? { schema: mergeSchemas(siblings, flat.schema), refs: flat.refs } : { schema: option, refs };
		if (only) {
			const { schema: inner, refs: within } = merged(only);
			const node = this.node(inner, depth, within);
			return nullable ? { ...node, nullable, summary: node.nullable ? node.summary : `${node.summary} or null` } : node;
		}
		const variants = real.map((each, at): FormVariant => {
			const { schema: inner, refs: within } = merged(each);
			const ownTitle = each.flat && "schema" in each.flat ? textOf(member(each.flat.schema, "title")) : undefined;
			const node = this.node(inner, depth, within);
			return { label: ownTitle ?? tagOf(node) ?? (node.summary === "object" ? `option ${at + 1}` : node.summary), node };
		});
		return { ...this.leaf(siblings, `one of ${variants.length}${nullable ? ", or null" : ""}`, { kind: "variants", variants }), nullable };
	}

	/** Follows `$ref` and folds `allOf` until neither is left. */
	private flatten(schema: JsonObject, refs: Refs): Flat {
		if (++this.steps > STEP_LIMIT) throw new BudgetSpent("The input schema's references multiply beyond what a form can draw.");
		const reference = textOf(member(schema, "$ref"));
		const all = itemsOf(member(schema, "allOf"));
		if (reference === undefined && all.length === 0) return { schema, refs };
		let merged: JsonObject = { kind: "object", members: schema.members.filter(([name]) => name !== "$ref" && name !== "allOf") };
		let passed = refs;
		if (reference !== undefined) {
			if (refs.has(reference)) return { stuck: "The schema repeats itself here." };
			const target = resolvePointer(this.document, reference);
			if (target === undefined) return { stuck: `${reference} is not in the schema, and nothing is fetched.` };
			passed = new Set([...refs, reference]);
			if (target.kind === "object") {
				const flat = this.flatten(target, passed);
				if ("stuck" in flat) return flat;
				merged = mergeSchemas(merged, flat.schema);
				passed = flat.refs;
			}
		}
		// two parts may name the same reference without repeating themselves, so each starts from the same place
		const through = new Set(passed);
		for (const part of all) {
			if (part.kind !== "object") continue;
			const flat = this.flatten(part, passed);
			if ("stuck" in flat) return flat;
			merged = mergeSchemas(merged, flat.schema);
			for (const name of flat.refs) through.add(name);
		}
		return { schema: merged, refs: through };
	}

	private leaf(schema: JsonObject, summary: string, shape: FormShape): FormNode {
		return {
			summary,
			title: textOf(member(schema, "title")),
			description: textOf(member(schema, "description")),
			default: member(schema, "default"),
			nullable: false,
			shape,
		};
	}
}

/** `{}` allows anything, and arguments are an object. */
function asObject(schema: JsonObject): JsonObject {
	const decides = ["$ref", "allOf", "anyOf", "oneOf", "enum", "const"].some((keyword) => member(schema, keyword) !== undefined);
	return decides ? schema : { kind: "object", members: [...schema.members, ["type", { kind: "string", value: "object" }]] };
}

const withType = (schema: JsonObject, type: string): JsonObject => ({
	kind: "object",
	members: schema.members.map(([name, value]) => (name === "type" ? [name, { kind: "string", value: type }] : [name, value])),
});

function stringShape(schema: JsonObject): FormShape {
	const format = textOf(member(schema, "format"));
	return { kind: "string", format, multiline: format === undefined && (numberOf(member(schema, "maxLength")) ?? Number.POSITIVE_INFINITY) > 100 };
}

const isNull = (schema: JsonObject): boolean => (typesOf(schema).length === 1 && typesOf(schema)[0] === "null") || member(schema, "const")?.kind === "null";

/** A schema that allows one value only, as an option with its title. */
function asConstant(schema: JsonObject): { label: string; value: JsonValue }[] {
	const options = itemsOf(member(schema, "enum"));
	const value = member(schema, "const") ?? (options.length === 1 ? options[0] : undefined);
	return value === undefined ? [] : [{ label: textOf(member(schema, "title")) ?? labelOf(value), value }];
}

/** The constant that tells a variant from the others: `kind: "circle"`. */
function tagOf(node: FormNode): string | undefined {
	if (node.shape.kind !== "object") return undefined;
	const tag = node.shape.fields.find((field) => field.node.shape.kind === "const");
	return tag?.node.shape.kind === "const" ? labelOf(tag.node.shape.value) : undefined;
}

function labelOf(value: JsonValue): string {
	if (value.kind === "string") return value.value === "" ? '""' : value.value;
	if (value.kind === "number") return value.digits;
	if (value.kind === "boolean") return String(value.value);
	return value.kind === "null" ? "null" : `${value.kind} (JSON)`;
}
