import { ChangeMark } from "@/components/explorer/change-mark.tsx";
import { ItemRow } from "@/components/explorer/item-row.tsx";
import { Badge } from "@/components/ui/badge.tsx";
import type { Resource } from "@/lib/mcp/read-resource.ts";
import type { Session } from "@/lib/protocol/session.ts";

export type ResourceRowProps = { session: Session; kind: "resource" | "template"; resource: Resource; isUpdated?: boolean; isSubscribed?: boolean };

/** One resource or template in its list: its name over its address. */
export function ResourceRow({ session, kind, resource, isUpdated = false, isSubscribed = false }: ResourceRowProps) {
	return (
		<ItemRow
			name={resource.name}
			icon={resource.icons.inline}
			twin={resource.item.duplicate ? "Another one before it has the same URI: a client cannot tell them apart" : undefined}
			twinLabel="same URI"
			badges={
				<>
					<ChangeMark session={session} kind={kind} name={resource.item.id} />
					{isUpdated && (
						<Badge tone="info" title="The server said that it was updated, and it was not read since">
							updated
						</Badge>
					)}
					{isSubscribed && (
						<Badge tone="line" title="The server tells of its updates" className="narrow:hidden">
							subscribed
						</Badge>
					)}
				</>
			}
			mono
		>
			{resource.item.id === resource.name ? resource.description : resource.item.id}
		</ItemRow>
	);
}
