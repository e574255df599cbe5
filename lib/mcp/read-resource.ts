import { itemsOf, member, numberOf, textOf } from "./json-value.ts";
import { type Icons, readIcons } from "./read-icons.ts";
import type { ListItem } from "./read-list-page.ts";

/** A resource or a resource template as the page shows it; `item.id` is the uri or the template. */
export type Resource = {
	readonly item: ListItem;
	readonly name: string;
	readonly title: string | undefined;
	readonly description: string;
	/** the type that the server gives it */
	readonly mimeType: string | undefined;
	/** bytes, as the server says */
	readonly size: number | undefined;
	readonly icons: Icons;
	/** annotations in a few words: "for user", "priority 0.8", "modified 2025-01-12" */
	readonly notes: readonly string[];
};

/** Reads a resource or a template from its item of the list. Fields of a wrong type are as good as absent. */
export function readResource(item: ListItem): Resource {
	const { value } = item;
	return {
		item,
		name: item.name,
		title: textOf(member(value, "title")),
		description: textOf(member(value, "description")) ?? "",
		mimeType: textOf(member(value, "mimeType")),
		size: numberOf(member(value, "size")),
		icons: readIcons(value),
		notes: readNotes(item),
	};
}

function readNotes({ value }: ListItem): readonly string[] {
	const annotations = member(value, "annotations");
	const audience = itemsOf(member(annotations, "audience")).flatMap((each) => textOf(each) ?? []);
	const priority = numberOf(member(annotations, "priority"));
	const modified = textOf(member(annotations, "lastModified"));
	return [
		...(textOf(member(value, "name")) === undefined ? ["no name"] : []),
		...(audience.length > 0 ? [`for ${audience.join(" and ").slice(0, 60)}`] : []),
		...(priority === undefined ? [] : [`priority ${priority}`]),
		...(modified === undefined ? [] : [`modified ${modified.slice(0, 40)}`]),
	];
}
