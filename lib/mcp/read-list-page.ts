import type { ListName } from "../protocol/session.ts";
import { type JsonValue, member, textOf } from "./json-value.ts";
import { parseJson } from "./parse-json.ts";

/** One entity of a list, or something in the list that is none. `index` counts over all pages: names may repeat, indexes do not. */
export type ListItem = {
	readonly index: number;
	/** what requests know it by: its name, uri or uriTemplate */
	readonly id: string;
	readonly name: string;
	/** as it stands in the answer */
	readonly value: JsonValue;
	/** why it cannot be used */
	readonly fault?: string;
	/** another item before it has the same id */
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

/** The member by which requests know an entity. */
export const idOf: Readonly<Record<ListName, string>> = { tools: "name", resources: "uri", resourceTemplates: "uriTemplate", prompts: "name" };

/** Numbers the entities of all pages, and says what is wrong with each that cannot be used. One with a uri and no name goes by its uri. */
export function toListItems(pages: readonly (readonly JsonValue[])[], list: ListName): readonly ListItem[] {
	const seen = new Set<string>();
	return pages.flat().map((value, index): ListItem => {
		const bad = (fault: string): ListItem => ({ index, id: "", name: `(item ${index})`, value, fault, duplicate: false });
		if (value.kind !== "object") return bad(`Item ${index} of the list is ${article(value.kind)}, not an object.`);
		const id = textOf(member(value, idOf[list]));
		if (id === undefined) return bad(`Item ${index} of the list has no ${idOf[list]}.`);
		const duplicate = seen.has(id);
		seen.add(id);
		return { index, id, name: textOf(member(value, "name")) ?? id, value, duplicate };
	});
}

const article = (kind: string): string => (kind === "array" ? "an array" : kind === "null" ? "null" : `a ${kind}`);
