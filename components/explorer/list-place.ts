/** From the search field the arrows move the choice, and every other key edits the text. */
export type ListKeySource = "search" | "list";

/** Where a key leads in a list of `count` items from the chosen one (-1: none), `page` items a page; undefined if it leads nowhere. */
export function listPlace(key: string, at: number, count: number, page: number, source: ListKeySource): number | undefined {
	const last = count - 1;
	const places: Readonly<Record<string, number>> =
		source === "search"
			? { ArrowDown: at + 1, ArrowUp: at - 1, Enter: at }
			: { ArrowDown: at + 1, ArrowUp: at < 0 ? last : at - 1, Home: 0, End: last, PageDown: at + page, PageUp: at - page };
	const place = places[key];
	return place === undefined || count === 0 ? undefined : Math.min(Math.max(place, 0), last);
}
