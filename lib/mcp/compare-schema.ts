import { canonicalJson } from "./canonical-json.ts";
import { rankOf, type Severity } from "./change.ts";
import { compareLimits } from "./compare-limits.ts";
import { compareTypes, sayTypes } from "./compare-types.ts";
import { compareValues } from "./compare-values.ts";
import { changedWords } from "./compare-words.ts";
import { type JsonObject, type JsonValue, member, membersOf } from "./json-value.ts";
import { pairAlternatives } from "./pair-alternatives.ts";
import { PairMap } from "./pair-map.ts";
import { sayList } from "./say-values.ts";
import { type Alternative, SchemaReader, type SchemaReading } from "./schema-alternatives.ts";
import { arrayParts, type ObjectParts, objectParts } from "./schema-parts.ts";
import { type SchemaPath, sayName, sayPath } from "./schema-path.ts";
import { type SchemaRole, type SchemaRule, schemaRules } from "./schema-rules.ts";

export type SchemaChange = { readonly severity: Severity; readonly path: SchemaPath; readonly text: string };

/** Pairs of schemas that are looked at; the largest schemas of real servers have a few thousand. */
const PAIR_LIMIT = 10_000;
const DEPTH_LIMIT = 64;
const CHANGE_LIMIT = 500;
/** New properties of an object in which its old ones are looked for. */
const HOME_LIMIT = 50;

/** A change at a place whose name only those know who asked: `say` takes it. */
type Found = { readonly rule: SchemaRule; readonly path: SchemaPath; readonly say: (name: string) => string };

/**
 * What changed from one schema to the next, by meaning: references are followed, spelling and order do not count. Each change stands at
 * every place where it can be met. Ends on any schemas; never throws.
 */
export function compareSchemas(before: JsonValue, after: JsonValue, role: SchemaRole): readonly SchemaChange[] {
	if (canonicalJson(before) === canonicalJson(after)) return [];
	const comparison = new Comparison(before, after, role);
	const found = [...comparison.compare(before, after, 0)];
	if (comparison.isCut) found.push({ rule: "not compared", path: [], say: (name) => `${name} is too large or too deep to be compared completely` });
	const changes = new Map<string, SchemaChange>();
	for (const { rule, path, say } of found) {
		const change = { severity: schemaRules[rule][role], path, text: say(sayPath(path, `the ${role}`)) };
		// alternatives that share a property say the same of it
		const known = changes.get(change.text);
		if (!known || rankOf(change.severity) < rankOf(known.severity)) changes.set(change.text, change);
	}
	return [...changes.values()];
}

class Comparison {
	isCut = false;
	readonly #before: SchemaReader;
	readonly #after: SchemaReader;
	readonly #known = new PairMap<JsonValue, readonly Found[]>();
	/** properties that are being compared: an alternative made for the comparison may lead back to them */
	readonly #open = new PairMap<JsonValue, boolean>();
	#pairs = 0;

	constructor(
		before: JsonValue,
		after: JsonValue,
		readonly role: SchemaRole,
	) {
		this.#before = new SchemaReader(before);
		this.#after = new SchemaReader(after);
	}

	compare(before: JsonValue, after: JsonValue, depth: number): readonly Found[] {
		const words = sayWords(this.#before.read(before).words, this.#after.read(after).words);
		const [was, is] = [this.#before.follow(before), this.#after.follow(after)];
		const demands = this.#once(was, is, depth, () => this.#readings(this.#before.read(was), this.#after.read(is), depth));
		return [...demands, ...words];
	}

	/** A pair is compared once. Where it contains itself it says nothing: what changed stands where it was met first. */
	#once(before: JsonValue, after: JsonValue, depth: number, compare: () => readonly Found[]): readonly Found[] {
		const known = this.#known.get(before, after);
		if (known) return known;
		if (this.#pairs >= PAIR_LIMIT || depth > DEPTH_LIMIT) {
			this.isCut = true;
			return [];
		}
		this.#pairs++;
		this.#known.set(before, after, []);
		const found = compare();
		const kept = found.length > CHANGE_LIMIT ? this.#worst(found) : found;
		this.#known.set(before, after, kept);
		return kept;
	}

	#worst(found: readonly Found[]): readonly Found[] {
		this.isCut = true;
		const rank = ({ rule }: Found) => rankOf(schemaRules[rule][this.role]);
		return [...found].sort((one, other) => rank(one) - rank(other)).slice(0, CHANGE_LIMIT);
	}

	#readings(before: SchemaReading, after: SchemaReading, depth: number): readonly Found[] {
		const found: Found[] = [];
		const types = compareTypes(before.alternatives, after.alternatives, this.role);
		if (types) found.push({ rule: types.rule, path: [], say: (name) => `${name} ${types.says}` });
		for (const family of new Set(before.alternatives.map((each) => each.family))) {
			const of = ({ alternatives }: SchemaReading) => alternatives.filter((each) => each.family === family);
			if (of(after).length === 0) continue;
			const { pairs, gone, gained } = pairAlternatives(of(before), of(after));
			for (const [was, is] of pairs) {
				found.push(...this.#alternatives(was, is, depth));
				if (pairs.length > 1) found.push(...sayWords(was.schema, is.schema));
			}
			for (const each of gone) found.push({ rule: "type narrowed", path: [], say: (name) => `${name} lost an alternative: ${sayAlternative(each)}` });
			for (const each of gained) found.push({ rule: "type widened", path: [], say: (name) => `${name} has a new alternative: ${sayAlternative(each)}` });
		}
		return found;
	}

	#alternatives(before: Alternative, after: Alternative, depth: number): readonly Found[] {
		const { family } = before;
		const found: Found[] = compareValues(before, after, this.role).map(({ rule, says }) => ({ rule, path: [], say: (name) => `${name} ${says}` }));
		const verb = this.role === "input" ? "accepts" : "holds";
		if (!before.values && !after.values)
			for (const { effect, says } of compareLimits(family, before.schema, after.schema, { integer: before.integer && after.integer, verb }))
				found.push({ rule: `limit ${effect}`, path: [], say: (name) => `${name} ${says}` });
		if (family === "object" || family === "any") found.push(...this.#objects(before.schema, after.schema, depth));
		if (family === "array") found.push(...this.#arrays(before.schema, after.schema, depth));
		const rules = this.#changedRules(before, after, depth);
		if (rules.length > 0) found.push({ rule: "rules changed", path: [], say: (name) => `${name} has other rules now: ${sayList(rules, "and")}` });
		return found;
	}

	#objects(before: JsonObject, after: JsonObject, depth: number): readonly Found[] {
		const [wasKey, isKey] = [member(before, "properties"), member(after, "properties")];
		if (!wasKey || !isKey) return this.#properties(objectParts(before), objectParts(after), depth);
		if (this.#open.get(wasKey, isKey)) return [];
		this.#open.set(wasKey, isKey, true);
		const found = this.#properties(objectParts(before), objectParts(after), depth);
		this.#open.set(wasKey, isKey, false);
		return found;
	}

	#properties(was: ObjectParts, is: ObjectParts, depth: number): readonly Found[] {
		const found: Found[] = [];
		const homes = this.#newHomes(was, is);
		for (const [name, { schema, required }] of was.all) {
			const now = is.all.get(name);
			if (!now) {
				found.push(this.#goneProperty(name, is.others === "refused", homes.get(name)));
				continue;
			}
			const path = ["properties", name];
			if (required !== now.required)
				found.push({ rule: required ? "now optional" : "now required", path, say: (place) => `${place} is ${required ? "optional" : "required"} now` });
			found.push(...within(path, this.compare(schema, now.schema, depth + 1)));
		}
		for (const [name, { required }] of is.all) {
			if (was.all.has(name)) continue;
			const state = required ? " and required" : this.role === "input" ? " and optional" : "";
			found.push({ rule: required ? "required property new" : "property new", path: ["properties", name], say: (place) => `${place} is new${state}` });
		}
		return [...found, ...this.#others(was, is, depth)];
	}

	#goneProperty(name: string, refused: boolean, home: string | undefined): Found {
		const rule = refused ? "property refused" : "property gone";
		const path = ["properties", name];
		const isInput = this.role === "input";
		if (home !== undefined) {
			const above = isInput && refused ? "; calls that send it at the top are refused" : "";
			return { rule, path, say: (place) => `${place} moved into the new object ${sayName(home)}${above}` };
		}
		const sent = !isInput ? "" : refused ? "; calls that send it are refused" : "; calls that still send it are not refused";
		return { rule, path, say: (place) => `${place} is gone${sent}` };
	}

	/** Names of properties that are in a new object now, and the name of that object. */
	#newHomes(was: ObjectParts, is: ObjectParts): ReadonlyMap<string, string> {
		const homes = new Map<string, string>();
		for (const [home, { schema }] of [...is.all].filter(([name]) => !was.all.has(name)).slice(0, HOME_LIMIT))
			for (const each of this.#after.read(schema).alternatives)
				for (const [name] of membersOf(member(each.schema, "properties"))) if (!homes.has(name)) homes.set(name, home);
		return homes;
	}

	/** Members that are not named as properties. */
	#others(was: ObjectParts, is: ObjectParts, depth: number): readonly Found[] {
		const path = ["additionalProperties"];
		const say = (says: string) => (name: string) => `${name} ${says}`;
		if (was.others !== is.others) {
			if (is.others === "refused") return [{ rule: "others refused", path: [], say: say("refuses other members now") }];
			if (was.others === "refused") return [{ rule: "others allowed", path: [], say: say("allows other members now") }];
			if (is.others === "any") return [{ rule: "limit widened", path: [], say: say("lets other members be anything now") }];
			const types = sayTypes(this.#after.read(is.other).alternatives);
			return [{ rule: "limit narrowed", path: [], say: say(`wants each other member to be ${types} now`) }];
		}
		return was.others === "typed" ? within(path, this.compare(was.other, is.other, depth + 1)) : [];
	}

	#arrays(before: JsonObject, after: JsonObject, depth: number): readonly Found[] {
		const [was, is] = [arrayParts(before), arrayParts(after)];
		const found: Found[] = [];
		for (let at = 0; at < Math.max(was.first.length, is.first.length); at++)
			found.push(...within(["prefixItems", at], this.compare(was.first[at] ?? was.rest, is.first[at] ?? is.rest, depth + 1)));
		return [...found, ...within(["items"], this.compare(was.rest, is.rest, depth + 1))];
	}

	/** Keywords of which can be said that they changed, but not what that does to callers. */
	#changedRules(before: Alternative, after: Alternative, depth: number): readonly string[] {
		const differs = (keyword: string, compare: (was: JsonValue, is: JsonValue) => boolean): boolean => {
			const [was, is] = [member(before.schema, keyword), member(after.schema, keyword)];
			return was && is ? compare(was, is) : was !== is;
		};
		const changed = [
			...textRules.filter((keyword) => differs(keyword, (was, is) => canonicalJson(was) !== canonicalJson(is))),
			...schemaRuleNames.filter((keyword) => differs(keyword, (was, is) => this.#differ(was, is, depth))),
			...schemaMapRules.filter((keyword) => differs(keyword, (was, is) => this.#anyDiffer(was, is, depth))),
		];
		const lost = ({ lost }: Alternative) => new Map(lost.map(([keyword, value]) => [`${keyword} ${canonicalJson(value)}`, keyword]));
		const [was, is] = [lost(before), lost(after)];
		for (const [text, keyword] of [...was, ...is]) if (was.has(text) !== is.has(text)) changed.push(keyword);
		return [...new Set(changed)];
	}

	#differ(before: JsonValue, after: JsonValue, depth: number): boolean {
		return this.compare(before, after, depth + 1).some(({ rule }) => rule !== "words changed");
	}

	#anyDiffer(before: JsonValue, after: JsonValue, depth: number): boolean {
		const [was, is] = [new Map(membersOf(before)), new Map(membersOf(after))];
		return [...new Set([...was.keys(), ...is.keys()])].some((name) => {
			const [one, other] = [was.get(name), is.get(name)];
			return !one || !other || this.#differ(one, other, depth);
		});
	}
}

const textRules = [
	"dependentRequired",
	"dependencies",
	"minContains",
	"maxContains",
	"contentEncoding",
	"contentMediaType",
	"$ref",
	"$dynamicRef",
	"$recursiveRef",
];
const schemaRuleNames = ["not", "if", "then", "else", "contains", "propertyNames", "contentSchema", "unevaluatedItems"];
const schemaMapRules = ["patternProperties", "dependentSchemas"];

const within = (path: SchemaPath, found: readonly Found[]): readonly Found[] => found.map((each) => ({ ...each, path: [...path, ...each.path] }));
const sayWords = (before: JsonObject, after: JsonObject): readonly Found[] =>
	changedWords(before, after).map((say) => ({ rule: "words changed", path: [], say }));
const sayAlternative = (each: Alternative): string => (each.label === undefined ? sayTypes([each]) : sayName(each.label));
