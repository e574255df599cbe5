import { canonicalJson } from "./canonical-json.ts";
import type { Change } from "./change.ts";
import { emptyObject, type JsonValue, membersOf, textOf } from "./json-value.ts";
import { toPointer } from "./resolve-pointer.ts";
import { sayName } from "./schema-path.ts";

/** A change within one item, before it is known which. */
export type ItemChange = Omit<Change, "kind" | "name">;

/** The members that only describe an item, as they changed: all but those in `weighed`, which are compared by their meaning. */
export function compareWords(before: JsonValue, after: JsonValue, weighed: readonly string[]): readonly ItemChange[] {
	return changedMembers(before, after)
		.filter((name) => !weighed.includes(name))
		.map((name) => ({ severity: "info", part: "itself", path: toPointer([name]), text: `the ${sayName(name)} changed` }));
}

/** Names of members that are not the same in both, in the order of their first standing. */
export function changedMembers(before: JsonValue | undefined, after: JsonValue | undefined): readonly string[] {
	const [was, is] = [new Map(membersOf(before ?? emptyObject)), new Map(membersOf(after ?? emptyObject))];
	return [...new Set([...was.keys(), ...is.keys()])].filter((name) => {
		const [one, other] = [was.get(name), is.get(name)];
		return !one || !other || canonicalJson(one) !== canonicalJson(other);
	});
}

/** A short member in a sentence: "is text/markdown, was text/plain". */
export function sayChange(before: JsonValue | undefined, after: JsonValue | undefined): string {
	const quote = (value: JsonValue | undefined) => textOf(value)?.slice(0, 80) ?? "not given";
	return `is ${quote(after)}, was ${quote(before)}`;
}
