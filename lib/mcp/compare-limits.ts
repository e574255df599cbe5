import { canonicalJson } from "./canonical-json.ts";
import { isTrue, type JsonObject, type JsonValue, jsonNumber, member, numberOf, textOf } from "./json-value.ts";

/** How a limit changed: fewer values than before, more, or other ones. */
export type LimitChange = { readonly effect: "narrowed" | "widened" | "other"; readonly says: string };

/** `verb` is what the place does with values: it "accepts" or "holds" them. */
export type LimitContext = { readonly integer: boolean; readonly verb: string };

type Bound = { readonly value: number; readonly digits: string; readonly exclusive: boolean };

/**
 * Compares what two schemas of one type say about size, range and form. `says` goes on after the name, with the verb given: "accepts at most
 * 50, was 100".
 */
export function compareLimits(family: string, before: JsonObject, after: JsonObject, { integer, verb }: LimitContext): readonly LimitChange[] {
	const sizes = (of: string, unit: string) => [
		compareBounds(size(before, `min${of}`), size(after, `min${of}`), { ...lower, verb, unit }),
		compareBounds(size(before, `max${of}`), size(after, `max${of}`), { ...upper, verb, unit }),
	];
	switch (family) {
		case "string":
			return defined([...sizes("Length", " characters"), compareText("pattern", "pattern", before, after), compareText("format", "format", before, after)]);
		case "number":
			return defined([
				compareBounds(lowerBound(before, integer), lowerBound(after, integer), { ...lower, verb, unit: "" }),
				compareBounds(upperBound(before, integer), upperBound(after, integer), { ...upper, verb, unit: "" }),
				compareMultiples(before, after),
			]);
		case "array":
			return defined([...sizes("Items", " items"), compareUnique(before, after)]);
		case "object":
			return defined(sizes("Properties", " members"));
		default:
			return [];
	}
}

const defined = (changes: readonly (LimitChange | undefined)[]): readonly LimitChange[] => changes.filter((change) => change !== undefined);

function size(schema: JsonObject, keyword: string): Bound | undefined {
	const value = numberOf(member(schema, keyword));
	// a least size of 0 is none
	return value === undefined || (value <= 0 && keyword.startsWith("min")) ? undefined : { value, digits: digitsOf(member(schema, keyword)), exclusive: false };
}

const digitsOf = (value: JsonValue | undefined): string => (value?.kind === "number" ? value.digits : "");

function bound(schema: JsonObject, inclusive: string, exclusive: string, tighter: (one: number, other: number) => boolean): Bound | undefined {
	const [plain, strict] = [member(schema, inclusive), member(schema, exclusive)];
	const value = numberOf(plain);
	const limit = numberOf(strict);
	// draft 4 has a boolean here that makes the other limit exclusive
	const from: Bound | undefined = value === undefined ? undefined : { value, digits: digitsOf(plain), exclusive: isTrue(strict) };
	if (limit === undefined) return from;
	return from && tighter(from.value, limit) ? from : { value: limit, digits: digitsOf(strict), exclusive: true };
}

/** More than 0 is at least 1 where only integers are allowed. */
function whole(bound: Bound | undefined, integer: boolean, step: 1 | -1): Bound | undefined {
	if (!bound?.exclusive || !integer || !Number.isSafeInteger(bound.value)) return bound;
	return { value: bound.value + step, digits: String(bound.value + step), exclusive: false };
}

const lowerBound = (schema: JsonObject, integer: boolean): Bound | undefined =>
	whole(
		bound(schema, "minimum", "exclusiveMinimum", (one, other) => one > other),
		integer,
		1,
	);
const upperBound = (schema: JsonObject, integer: boolean): Bound | undefined =>
	whole(
		bound(schema, "maximum", "exclusiveMaximum", (one, other) => one < other),
		integer,
		-1,
	);

type Side = { readonly name: string; readonly inclusive: string; readonly exclusive: string; readonly tighter: 1 | -1 };
const lower: Side = { name: "lower", inclusive: "at least", exclusive: "only more than", tighter: 1 };
const upper: Side = { name: "upper", inclusive: "at most", exclusive: "only less than", tighter: -1 };

function compareBounds(before: Bound | undefined, after: Bound | undefined, side: Side & { verb: string; unit: string }): LimitChange | undefined {
	const say = ({ digits, exclusive }: Bound): string => `${exclusive ? side.exclusive : side.inclusive} ${digits}${side.unit}`;
	if (!after) return before && { effect: "widened", says: `has no ${side.name} limit now, was ${say(before)}` };
	if (!before) return { effect: "narrowed", says: `${side.verb} ${say(after)} now, had no ${side.name} limit` };
	const difference = (after.value - before.value) * side.tighter;
	const isSame = difference === 0 && before.exclusive === after.exclusive;
	if (isSame && canonicalJson(jsonNumber(before.digits)) === canonicalJson(jsonNumber(after.digits))) return undefined;
	const narrowed = difference > 0 || (difference === 0 && after.exclusive);
	const was = before.exclusive === after.exclusive ? before.digits : say(before);
	return { effect: narrowed ? "narrowed" : "widened", says: `${side.verb} ${say(after)}, was ${was}` };
}

const quote = (value: JsonValue): string => {
	const text = textOf(value) ?? canonicalJson(value);
	return text.length > 60 ? `${text.slice(0, 59)}…` : text;
};

function compareText(keyword: string, word: string, before: JsonObject, after: JsonObject): LimitChange | undefined {
	const [was, is] = [member(before, keyword), member(after, keyword)];
	if (!was && is) return { effect: "narrowed", says: `has the ${word} ${quote(is)} now` };
	if (was && !is) return { effect: "widened", says: `no longer has the ${word} ${quote(was)}` };
	if (!was || !is || canonicalJson(was) === canonicalJson(is)) return undefined;
	return { effect: "other", says: `has the ${word} ${quote(is)}, was ${quote(was)}` };
}

function compareMultiples(before: JsonObject, after: JsonObject): LimitChange | undefined {
	const [was, is] = [numberOf(member(before, "multipleOf")), numberOf(member(after, "multipleOf"))];
	if (was === is) return undefined;
	if (is === undefined) return { effect: "widened", says: `need not be a multiple of ${was} any more` };
	if (was === undefined) return { effect: "narrowed", says: `must be a multiple of ${is} now` };
	return { effect: is % was === 0 ? "narrowed" : was % is === 0 ? "widened" : "other", says: `must be a multiple of ${is}, was ${was}` };
}

function compareUnique(before: JsonObject, after: JsonObject): LimitChange | undefined {
	const [was, is] = [isTrue(member(before, "uniqueItems")), isTrue(member(after, "uniqueItems"))];
	if (was === is) return undefined;
	return is ? { effect: "narrowed", says: "must not repeat items now" } : { effect: "widened", says: "may repeat items now" };
}
