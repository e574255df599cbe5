import { type JsonValue, member, textOf } from "./json-value.ts";
import { parseJson } from "./parse-json.ts";

/** One entity of a list, or something in the list that is none. `index` counts over all pages: names may repeat, indexes do not. */
export type ListItem = {
	readonly index: number;
	readonly name: string;
	/** as it stands in the answer */
	readonly value: JsonValue;
	/** why it cannot be used */
	readonly fault?: string;
	/** another item before it has the same name */
	readonly duplicate: boolean;
};

export type ListPage = { readonly entities: readonly JsonValue[]; readonly fault?: undefined } | { readonly entities?: undefined; readonly fault: string };

/** The entities in one page's answer: `result[listName]`. */
export function readListPage(text: string, listName: string): ListPage {
	const parsed = parseJson(text);
	if (parsed.fault) return { fault: `The answer is not JSON: ${parsed.fault.message}.` };
	const list = member(member(parsed.value, "result"), listName);
	if (list?.kind !== "array") return { fault: `The answer has no list at result.${listName}.` };
	return { entities: list.items };
}

/** Numbers the entities of all pages, and says what is wrong with each that cannot be used. */
export function toListItems(pages: readonly (readonly JsonValue[])[]): readonly ListItem[] {
	const seen = new Set<string>();
	return pages.flat().map((value, index): ListItem => {
		if (value.kind !== "object")
			return { index, name: `(item ${index})`, value, fault: `Item ${index} of the list is ${article(value.kind)}, not an object.`, duplicate: false };
		const name = textOf(member(value, "name"));
		if (name === undefined) return { index, name: `(item ${index})`, value, fault: `Item ${index} of the list has no name.`, duplicate: false };
		const duplicate = seen.has(name);
		seen.add(name);
		return { index, name, value, duplicate };
	});
}

const article = (kind: string): string => (kind === "array" ? "an array" : kind === "null" ? "null" : `a ${kind}`);
