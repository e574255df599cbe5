import type { ListItem } from "@/lib/mcp/read-list-page.ts";

/** Something that was read from an item of a list: a tool, a resource, a template, a prompt. */
export type Listed = { readonly item: ListItem; readonly name: string };

/** How the URL names an item: by what identifies it in its list, and a second one of the same identity by its place too. */
export const itemKey = ({ item }: Listed): string => (item.duplicate ? `${item.id} #${item.index}` : item.id);

/** The item that the URL names, if the list has it. */
export const findItem = <Item extends Listed>(items: readonly Item[], key: string | undefined): Item | undefined =>
	key === undefined ? undefined : items.find((item) => itemKey(item) === key);
