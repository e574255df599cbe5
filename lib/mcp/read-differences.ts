/** One place where a value is not what its schema asks for. `pointer` is "" for the whole; `missing` names the absent member of the object there. */
export type Difference = { readonly pointer: string; readonly message: string; readonly missing?: string };

/** What a validator says, as @cfworker/json-schema words it. */
export type ValidatorError = { readonly keyword: string; readonly instanceLocation: string; readonly keywordLocation: string; readonly error: string };

/** Keywords that only say that something inside them failed. */
const wrappers = new Set(["$ref", "$recursiveRef", "allOf", "if", "properties", "patternProperties", "items", "prefixItems", "dependentSchemas"]);
const closed = new Set(["additionalProperties", "unevaluatedProperties", "additionalItems", "unevaluatedItems"]);

export const DIFFERENCE_LIMIT = 100;

/** Turns a validator's errors into what a person can act on: one sentence for each place, none for mere wrappers. */
export function readDifferences(errors: readonly ValidatorError[]): readonly Difference[] {
	const considered = errors.slice(0, 2_000);
	const hidden = new Set<ValidatorError>();
	for (const choice of considered) if (choice.keyword === "anyOf" || choice.keyword === "oneOf") hideWithin(choice, considered, hidden);
	const found = new Map<string, Difference>();
	for (const each of considered) {
		if (hidden.has(each) || wrappers.has(each.keyword)) continue;
		const difference = sayWhy(each, considered);
		if (difference) found.set(`${difference.pointer}\n${difference.message}`, difference);
		if (found.size >= DIFFERENCE_LIMIT) break;
	}
	return [...found.values()];
}

/** Of a failed choice, either the choice itself speaks or the alternative that came closest: not all of them. */
function hideWithin(choice: ValidatorError, errors: readonly ValidatorError[], hidden: Set<ValidatorError>): void {
	const branches = new Map<string, ValidatorError[]>();
	for (const each of errors) {
		if (each === choice || !each.keywordLocation.startsWith(`${choice.keywordLocation}/`)) continue;
		const branch = each.keywordLocation.slice(choice.keywordLocation.length + 1).split("/", 1)[0] ?? "";
		branches.set(branch, [...(branches.get(branch) ?? []), each]);
	}
	const distance = (branch: readonly ValidatorError[]): number =>
		branch.reduce(
			(sum, { keyword, instanceLocation }) =>
				sum + (instanceLocation === choice.instanceLocation && keyword === "type" ? 1_000 : keyword === "const" ? 100 : 1),
			0,
		);
	const closest = [...branches.values()].sort((one, other) => distance(one) - distance(other))[0] ?? [];
	const isOtherType = closest.some(({ keyword, instanceLocation }) => keyword === "type" && instanceLocation === choice.instanceLocation);
	const isOtherConstant = closest.some(
		({ keyword, instanceLocation }) => (keyword === "const" || keyword === "enum") && instanceLocation === choice.instanceLocation,
	);
	const speaks = isOtherType || isOtherConstant ? [] : closest.filter(({ keyword }) => !wrappers.has(keyword) && keyword !== "anyOf" && keyword !== "oneOf");
	const failedByCount = /\([1-9]\d* matches\)/.test(choice.error);
	if (speaks.length > 0 && !failedByCount) hidden.add(choice);
	for (const branch of branches.values()) for (const each of branch) if (failedByCount || !speaks.includes(each)) hidden.add(each);
}

function sayWhy(each: ValidatorError, errors: readonly ValidatorError[]): Difference | undefined {
	const pointer = decode(each.instanceLocation.replace(/^#/, ""));
	const quoted = each.error.match(/"(.*)"/s)?.[1];
	switch (each.keyword) {
		case "type":
			return { pointer, message: typeMessage(each.error) };
		case "required":
			return quoted === undefined ? undefined : { pointer, missing: quoted, message: `${quoted} is required and missing` };
		case "enum":
		case "const":
			return {
				pointer,
				message: shorten(
					each.error.replace(/^Instance does not match (any of )?/, (_, many?: string) => (many ? "expected one of " : "expected ")).replace(/\.$/, ""),
				),
			};
		case "anyOf":
		case "oneOf":
			return { pointer, message: choiceMessage(each, errors) };
		case "not":
			return { pointer, message: 'matches what "not" forbids' };
		case "false":
			return errors.some(({ keyword, instanceLocation }) => closed.has(keyword) && each.instanceLocation.startsWith(`${instanceLocation}/`))
				? undefined
				: { pointer, message: "is not allowed here" };
		default:
			if (closed.has(each.keyword))
				return quoted === undefined
					? { pointer, message: "has items that the schema does not allow" }
					: { pointer: `${pointer}/${toPart(quoted)}`, message: `${quoted} is not in the schema` };
			return {
				pointer,
				message: shorten(
					each.error
						.replace(/^Instance /, "")
						.replace(/\.$/, "")
						.replace(/^(String|Array|Object) /, ""),
				),
			};
	}
}

function typeMessage(error: string): string {
	const [got, ...expected] = [...error.matchAll(/"([^"]*)"/g)].map((match) => match[1] ?? "");
	return `expected ${expected.join(" or ")}, got ${got}`;
}

/** "expected string or null, got number" when the alternatives differ by type only. */
function choiceMessage(choice: ValidatorError, errors: readonly ValidatorError[]): string {
	const matches = choice.error.match(/\((\d+) matches\)/)?.[1];
	if (matches !== undefined && matches !== "0") return `matches ${matches} of the alternatives, and must match exactly one`;
	const inside = errors.filter((each) => each !== choice && each.keywordLocation.startsWith(`${choice.keywordLocation}/`) && !wrappers.has(each.keyword));
	const here = inside.filter(({ instanceLocation }) => instanceLocation === choice.instanceLocation);
	if (here.length < inside.length || here.length === 0) return "matches none of the alternatives";
	const types = here.filter(({ keyword }) => keyword === "type").map(({ error }) => typeMessage(error).match(/^expected (.*), got (.*)$/));
	if (types.length === here.length) return `expected ${[...new Set(types.map((type) => type?.[1]))].join(" or ")}, got ${types[0]?.[2]}`;
	const constants = here.filter(({ keyword }) => keyword === "const").map(({ error }) => error.replace(/^Instance does not match /, "").replace(/\.$/, ""));
	if (constants.length > 0) return shorten(`expected ${constants.join(" or ")}`);
	return "matches none of the alternatives";
}

const shorten = (text: string): string => (text.length > 200 ? `${text.slice(0, 199)}…` : text);
const toPart = (name: string): string => name.replaceAll("~", "~0").replaceAll("/", "~1");

function decode(pointer: string): string {
	try {
		return decodeURIComponent(pointer);
	} catch {
		return pointer;
	}
}
