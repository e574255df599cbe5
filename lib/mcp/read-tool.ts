import { itemsOf, type JsonValue, member, textOf } from "./json-value.ts";
import type { ListItem } from "./read-list-page.ts";

export type ToolBadge = { readonly id: "read-only" | "destructive" | "idempotent" | "open world"; readonly tone: "line" | "error"; readonly says: string };
export type ToolIcon = { readonly src: string; readonly mimeType: string | undefined };

/** A tool as the page shows it; its schemas stay as they came. */
export type Tool = {
	readonly item: ListItem;
	readonly name: string;
	readonly title: string | undefined;
	readonly description: string;
	readonly badges: readonly ToolBadge[];
	/** the first icon that is in the answer itself: others would have to be fetched */
	readonly icon: ToolIcon | undefined;
	/** icons that are only named by an address */
	readonly remoteIcons: readonly string[];
	readonly inputSchema: JsonValue | undefined;
	readonly outputSchema: JsonValue | undefined;
};

const hint = (annotations: JsonValue | undefined, name: string): boolean | undefined => {
	const value = member(annotations, name);
	return value?.kind === "boolean" ? value.value : undefined;
};

/** Reads a tool from its item of the list. Fields of a wrong type are as good as absent. */
export function readTool(item: ListItem): Tool {
	const { value } = item;
	const annotations = member(value, "annotations");
	const icons = itemsOf(member(value, "icons")).flatMap((icon) => {
		const src = textOf(member(icon, "src"));
		return src === undefined ? [] : [{ src, mimeType: textOf(member(icon, "mimeType")) }];
	});
	return {
		item,
		name: item.name,
		title: textOf(member(value, "title")) ?? textOf(member(annotations, "title")),
		description: textOf(member(value, "description")) ?? "",
		badges: readBadges(annotations),
		icon: icons.find(({ src }) => isInline(src)),
		remoteIcons: icons.filter(({ src }) => !isInline(src)).map(({ src }) => src),
		inputSchema: member(value, "inputSchema"),
		outputSchema: member(value, "outputSchema"),
	};
}

const isInline = (src: string): boolean => /^data:image\/[\w.+-]+[;,]/i.test(src) && src.length < 500_000;

function readBadges(annotations: JsonValue | undefined): readonly ToolBadge[] {
	const badges: ToolBadge[] = [];
	const readOnly = hint(annotations, "readOnlyHint");
	if (readOnly) badges.push({ id: "read-only", tone: "line", says: "readOnlyHint: the server says that the tool changes nothing" });
	// the hint means something only for a tool that changes things
	if (hint(annotations, "destructiveHint") && !readOnly)
		badges.push({ id: "destructive", tone: "error", says: "destructiveHint: the server says that the tool may destroy things" });
	if (hint(annotations, "idempotentHint"))
		badges.push({ id: "idempotent", tone: "line", says: "idempotentHint: the server says that running it again changes nothing more" });
	if (hint(annotations, "openWorldHint"))
		badges.push({ id: "open world", tone: "line", says: "openWorldHint: the server says that the tool reaches beyond its own domain" });
	return badges;
}

/** Tools whose name, title or description contain all words of `query`, without case; names that begin with it first. */
export function searchTools(tools: readonly Tool[], query: string): readonly Tool[] {
	const words = query.toLowerCase().split(/\s+/).filter(Boolean);
	if (words.length === 0) return tools;
	const found = tools.filter((tool) => {
		const text = `${tool.name}\n${tool.title ?? ""}\n${tool.description}`.toLowerCase();
		return words.every((word) => text.includes(word));
	});
	const first = words[0] ?? "";
	const rank = ({ name }: Tool): number => (name.toLowerCase().startsWith(first) ? 0 : name.toLowerCase().includes(first) ? 1 : 2);
	return found
		.map((tool) => ({ tool, rank: rank(tool) }))
		.sort((one, other) => one.rank - other.rank)
		.map(({ tool }) => tool);
}
