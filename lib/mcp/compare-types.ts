import { sayList } from "./say-values.ts";
import type { Alternative } from "./schema-alternatives.ts";
import type { SchemaRole, SchemaRule } from "./schema-rules.ts";

export type TypeChange = { readonly rule: SchemaRule; readonly says: string };

/** Compares the types that two schemas allow. An integer is a number too. */
export function compareTypes(before: readonly Alternative[], after: readonly Alternative[], role: SchemaRole): TypeChange | undefined {
	const [was, is] = [typeNames(before), typeNames(after)];
	const gone = was.filter((type) => !allows(is, type));
	const gained = is.filter((type) => !allows(was, type));
	if (gone.length === 0 && gained.length === 0) return undefined;
	const rule = gained.length === 0 ? "type narrowed" : gone.length === 0 ? "type widened" : "type replaced";
	if (rule === "type narrowed" && gone.join() === "null") return { rule, says: role === "input" ? "no longer accepts null" : "is never null now" };
	if (rule === "type widened" && gained.join() === "null") return { rule, says: "may be null now" };
	return { rule, says: `is ${sayTypes(after)} now, was ${sayTypes(before)}` };
}

/** Type names, each once; null last, as people say it. */
function typeNames(alternatives: readonly Alternative[]): readonly string[] {
	const integers = alternatives.every(({ family, integer }) => family !== "number" || integer);
	const names = new Set(alternatives.map(({ family }) => (family === "number" && integers ? "integer" : family)));
	return [...names].filter((name) => name !== "null").concat(names.has("null") ? ["null"] : []);
}

const allows = (types: readonly string[], type: string): boolean =>
	types.includes("any") || types.includes(type) || (type === "integer" && types.includes("number"));

const articles: Readonly<Record<string, string>> = { integer: "an integer", object: "an object", array: "an array", null: "null", any: "anything" };

/** "a string", "an integer or null", "nothing" */
export function sayTypes(alternatives: readonly Alternative[]): string {
	const names = typeNames(alternatives).map((name) => (Object.hasOwn(articles, name) ? articles[name] : undefined) ?? `a ${name.slice(0, 40)}`);
	return names.length === 0 ? "nothing" : sayList(names, "or");
}
