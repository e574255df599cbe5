import { firstLine, ItemRow } from "@/components/explorer/item-row.tsx";
import { Badge } from "@/components/ui/badge.tsx";
import { cx } from "@/components/ui/class-names.ts";
import type { Tool } from "@/lib/mcp/read-tool.ts";

/** One tool in the list: its name and badges over the first line of what it does. */
export function ToolRow({ tool }: { tool: Tool }) {
	return (
		<ItemRow
			name={tool.name}
			icon={tool.icons.inline}
			twin={tool.item.duplicate ? "Another tool before it has the same name: a client can call only one of them" : undefined}
			badges={tool.badges.slice(0, 2).map(({ id, tone, says }, at) => (
				<Badge key={id} tone={tone} title={says} className={cx((at > 0 || tone !== "error") && "narrow:hidden")}>
					{id}
				</Badge>
			))}
		>
			{firstLine(tool.description) || tool.title || ""}
		</ItemRow>
	);
}
