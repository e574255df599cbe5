import { type JsonValue, member, textOf } from "./json-value.ts";
import { type Icons, readIcons } from "./read-icons.ts";
import type { ListItem } from "./read-list-page.ts";

export type ToolBadge = { readonly id: "read-only" | "destructive" | "idempotent" | "open world"; readonly tone: "line" | "error"; readonly says: string };

/** A tool as the page shows it; its schemas stay as they came. */
export type Tool = {
	readonly item: ListItem;
	readonly name: string;
	readonly title: string | undefined;
	readonly description: string;
	readonly badges: readonly ToolBadge[];
	readonly icons: Icons;
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
	return {
		item,
		name: item.name,
		title: textOf(member(value, "title")) ?? textOf(member(annotations, "title")),
		description: textOf(member(value, "description")) ?? "",
		badges: readBadges(annotations),
		icons: readIcons(value),
		inputSchema: member(value, "inputSchema"),
		outputSchema: member(value, "outputSchema"),
	};
}

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
