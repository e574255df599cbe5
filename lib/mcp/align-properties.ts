import { type Severity, worstOf } from "./change.ts";
import { compareSchemas } from "./compare-schema.ts";
import { describeSchema } from "./describe-schema.ts";
import { emptyObject, itemsOf, type JsonObject, type JsonValue, member, membersOf, textOf } from "./json-value.ts";
import { toPointer } from "./resolve-pointer.ts";
import { sayValue } from "./say-values.ts";
import { type Alternative, SchemaReader } from "./schema-alternatives.ts";
import type { SchemaPath } from "./schema-path.ts";
import type { SchemaRole } from "./schema-rules.ts";

export type AlignedCell = { readonly name: string; readonly description: string; readonly required: boolean };

/** One property beside what it became. A side without it has no cell. */
export type AlignedRow = {
	/** JSON pointer in the schema; no two rows have the same */
	readonly path: string;
	/** how deep it stands: 0 for the properties of the schema itself */
	readonly indent: number;
	readonly before: AlignedCell | undefined;
	readonly after: AlignedCell | undefined;
	readonly change: "same" | "added" | "removed" | "changed";
	/** the worst that changed here or, where the inside is not shown, inside; undefined if nothing did */
	readonly severity: Severity | undefined;
};

const ROW_LIMIT = 2_000;
const DEPTH_LIMIT = 12;
const LISTED = 4;

/** The properties of two schemas side by side, in the order of the new one; a property that is gone stands where it was. */
export function alignProperties(before: JsonValue, after: JsonValue, role: SchemaRole): readonly AlignedRow[] {
	const alignment = new Alignment(before, after);
	alignment.addInside(alignment.before.read(before), alignment.after.read(after), []);
	const places = new Map(alignment.drafts.map(({ path }, at) => [toPointer(path), at]));
	const severities = new Map<number, Severity[]>();
	for (const { path, severity } of compareSchemas(before, after, role)) {
		const at = nearest(path, places);
		if (at !== undefined) severities.set(at, [...(severities.get(at) ?? []), severity]);
	}
	return alignment.drafts.map(({ path, ...row }, at): AlignedRow => {
		const severity = worstOf(severities.get(at) ?? []);
		const change = !row.before ? "added" : !row.after ? "removed" : severity ? "changed" : "same";
		return { ...row, path: toPointer(path), change, severity };
	});
}

/** The row of a change, or of the nearest property around it. */
function nearest(path: SchemaPath, places: ReadonlyMap<string, number>): number | undefined {
	for (let length = path.length; length > 0; length--) {
		const at = places.get(toPointer(path.slice(0, length)));
		if (at !== undefined) return at;
	}
	return undefined;
}

type Draft = Pick<AlignedRow, "indent" | "before" | "after"> & { readonly path: SchemaPath };
type Reading = ReturnType<SchemaReader["read"]>;

class Alignment {
	readonly drafts: Draft[] = [];
	readonly #open = new Set<JsonValue>();
	readonly before: SchemaReader;
	readonly after: SchemaReader;
	constructor(before: JsonValue, after: JsonValue) {
		this.before = new SchemaReader(before);
		this.after = new SchemaReader(after);
	}

	/** Rows for the properties inside both schemas: of the object, or of the objects in a list. */
	addInside(before: Reading, after: Reading, path: SchemaPath, indent = 0): void {
		if (indent > DEPTH_LIMIT) return;
		const [was, is] = [only(before, "object"), only(after, "object")];
		if (was && is) this.#addProperties(was.schema, is.schema, path, indent);
		const [from, to] = [only(before, "array"), only(after, "array")];
		if (!from || !to) return;
		const [one, other] = [member(from.schema, "items"), member(to.schema, "items")];
		if (one && other) this.addInside(this.before.read(one), this.after.read(other), [...path, "items"], indent);
	}

	#addProperties(before: JsonObject, after: JsonObject, path: SchemaPath, indent: number): void {
		const properties = member(after, "properties") ?? emptyObject;
		// what repeats itself was shown already
		if (this.#open.has(properties)) return;
		this.#open.add(properties);
		const [was, is] = [new Map(membersOf(member(before, "properties"))), new Map(membersOf(properties))];
		const [wasRequired, isRequired] = [requiredOf(before), requiredOf(after)];
		for (const name of inOrder([...was.keys()], [...is.keys()])) {
			if (this.drafts.length >= ROW_LIMIT) break;
			const [one, other] = [was.get(name), is.get(name)];
			const here = [...path, "properties", name];
			this.drafts.push({
				path: here,
				indent,
				before: one && { name, description: describe(this.before, one), required: wasRequired.has(name) },
				after: other && { name, description: describe(this.after, other), required: isRequired.has(name) },
			});
			if (one && other) this.addInside(this.before.read(one), this.after.read(other), here, indent + 1);
		}
		this.#open.delete(properties);
	}
}

const only = ({ alternatives }: Reading, family: string): Alternative | undefined => {
	const real = alternatives.filter((each) => each.family !== "null");
	return real.length === 1 && real[0]?.family === family ? real[0] : undefined;
};
const requiredOf = (schema: JsonObject): ReadonlySet<string> => new Set(itemsOf(member(schema, "required")).flatMap((name) => textOf(name) ?? []));

/** The new order, with each name that is gone before the one that it stood before. */
function inOrder(before: readonly string[], after: readonly string[]): readonly string[] {
	const kept = new Set(after);
	const places = new Map(before.map((name, at) => [name, at]));
	const ordered: string[] = [];
	let passed = 0;
	for (const name of after) {
		const place = places.get(name);
		for (; place !== undefined && passed < place; passed++) if (!kept.has(before[passed] ?? "")) ordered.push(before[passed] ?? "");
		ordered.push(name);
	}
	return [...ordered, ...before.slice(passed).filter((name) => !kept.has(name))];
}

/** "integer, 1–100", "hybrid | text", "object { notebook, tags, … }" */
function describe(reader: SchemaReader, schema: JsonValue): string {
	const { alternatives } = reader.read(schema);
	if (alternatives.length === 0) return "nothing";
	const shown = alternatives.slice(0, LISTED).map((each) => describeOne(reader, each));
	return [...new Set(shown), ...(alternatives.length > LISTED ? ["…"] : [])].join(" or ");
}

function describeOne(reader: SchemaReader, { family, integer, schema, values }: Alternative): string {
	if (values) {
		const shown = [...values.values()].slice(0, LISTED * 2).map(sayValue);
		return [...shown, ...(values.size > shown.length ? [`… ${values.size - shown.length} more`] : [])].join(" | ");
	}
	const items = member(schema, "items");
	if (family === "array") return describeSchema(schema, family, items && itemSummary(reader, items));
	const names = membersOf(member(schema, "properties")).map(([name]) => name);
	if (family !== "object" || names.length === 0) return describeSchema(schema, integer ? "integer" : family);
	return `object { ${[...names.slice(0, LISTED - 1), ...(names.length >= LISTED ? ["…"] : [])].join(", ")} }`;
}

/** Types only: what items of items are stands in their own schema. */
function itemSummary(reader: SchemaReader, items: JsonValue): string {
	return reader
		.read(items)
		.alternatives.map(({ family, integer, values }) => (values ? "enum" : integer ? "integer" : family))
		.join(" or ");
}
