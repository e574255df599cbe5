import { ChangeMark } from "@/components/explorer/change-mark.tsx";
import { firstLine, ItemRow } from "@/components/explorer/item-row.tsx";
import { Badge } from "@/components/ui/badge.tsx";
import { cx } from "@/components/ui/class-names.ts";
import type { Tool } from "@/lib/mcp/read-tool.ts";
import type { Session } from "@/lib/protocol/session.ts";

/** One tool in the list: its name and badges over the first line of what it does. */
export function ToolRow({ session, tool }: { session: Session; tool: Tool }) {
	return (
		<ItemRow
			name={tool.name}
			icon={tool.icons.inline}
			twin={tool.item.duplicate ? "Another tool before it has the same name: a client can call only one of them" : undefined}
			badges={
				<>
					<ChangeMark session={session} kind="tool" name={tool.name} />
					{/* one, so that names stay legible; the tool's own page has them all */}
					{tool.badges.slice(0, 1).map(({ id, tone, says }) => (
						<Badge key={id} tone={tone} title={says} className={cx(tone !== "error" && "narrow:hidden")}>
							{id}
						</Badge>
					))}
				</>
			}
		>
			{firstLine(tool.description) || tool.title || ""}
		</ItemRow>
	);
}
