export type Searched = { readonly name: string; readonly title: string | undefined; readonly description: string; readonly item: { readonly id: string } };

/** Items whose name, id, title or description contain all words of `query`, without case; names that begin with it first. */
export function searchItems<Item extends Searched>(items: readonly Item[], query: string): readonly Item[] {
	const words = query.toLowerCase().split(/\s+/).filter(Boolean);
	if (words.length === 0) return items;
	const found = items.filter(({ name, title, description, item }) => {
		const text = `${name}\n${item.id === name ? "" : item.id}\n${title ?? ""}\n${description}`.toLowerCase();
		return words.every((word) => text.includes(word));
	});
	const first = words[0] ?? "";
	const rank = ({ name }: Item): number => (name.toLowerCase().startsWith(first) ? 0 : name.toLowerCase().includes(first) ? 1 : 2);
	return found
		.map((item) => ({ item, rank: rank(item) }))
		.sort((one, other) => one.rank - other.rank)
		.map(({ item }) => item);
}
