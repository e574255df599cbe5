import { type JsonObject, type JsonValue, member, textOf } from "./json-value.ts";

/** The type and limits of a resolved schema in a few words, as they stand in a label: "string, 1–200", "date-time", "integer, ≥ 1". */
export function describeSchema(schema: JsonObject, type: string, itemSummary?: string): string {
	if (type === "string")
		return join(textOf(member(schema, "format")) ?? "string", range(member(schema, "minLength"), member(schema, "maxLength")), pattern(schema));
	if (type === "number" || type === "integer") return join(type, numberRange(schema), multiple(schema));
	if (type === "array") return join(`${itemName(itemSummary)}[]`, range(member(schema, "minItems"), member(schema, "maxItems")));
	return type;
}

/** The type in an item's summary, without its limits: "string" of "string, 1–30". */
function itemName(summary: string | undefined): string {
	const name = summary?.split(",", 1)[0] ?? "any";
	return name.includes(" ") ? `(${name})` : name;
}

const join = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join(", ");
const digitsOf = (value: JsonValue | undefined): string | undefined => (value?.kind === "number" ? value.digits : undefined);

function range(least: JsonValue | undefined, most: JsonValue | undefined): string | undefined {
	const from = digitsOf(least);
	const to = digitsOf(most);
	if (from !== undefined && to !== undefined) return from === to ? from : `${from}–${to}`;
	if (from !== undefined && from !== "0") return `≥ ${from}`;
	return to === undefined ? undefined : `≤ ${to}`;
}

function numberRange(schema: JsonObject): string | undefined {
	const above = digitsOf(member(schema, "exclusiveMinimum"));
	const below = digitsOf(member(schema, "exclusiveMaximum"));
	if (above === undefined && below === undefined) {
		const from = digitsOf(member(schema, "minimum"));
		const to = digitsOf(member(schema, "maximum"));
		if (from !== undefined && to !== undefined) return `${from}–${to}`;
		return from !== undefined ? `≥ ${from}` : to === undefined ? undefined : `≤ ${to}`;
	}
	const least = above !== undefined ? `> ${above}` : digitsOf(member(schema, "minimum")) && `≥ ${digitsOf(member(schema, "minimum"))}`;
	const most = below !== undefined ? `< ${below}` : digitsOf(member(schema, "maximum")) && `≤ ${digitsOf(member(schema, "maximum"))}`;
	return join(least, most);
}

const multiple = (schema: JsonObject): string | undefined => {
	const digits = digitsOf(member(schema, "multipleOf"));
	return digits === undefined || digits === "1" ? undefined : `multiple of ${digits}`;
};

function pattern(schema: JsonObject): string | undefined {
	const source = textOf(member(schema, "pattern"));
	return source === undefined || source.length > 40 ? undefined : source;
}

/** Keywords that a form does not draw, each of which validation still checks. */
const undrawn = [
	"if",
	"not",
	"dependentSchemas",
	"dependentRequired",
	"dependencies",
	"patternProperties",
	"propertyNames",
	"contains",
	"unevaluatedProperties",
] as const;

export const undrawnKeywords = (schema: JsonObject): readonly string[] =>
	undrawn.filter((keyword) => {
		const value = member(schema, keyword);
		return value !== undefined && value.kind !== "boolean";
	});
