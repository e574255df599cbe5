import type { ReactNode } from "react";
import { ItemHead } from "@/components/explorer/item-head.tsx";
import { Badge } from "@/components/ui/badge.tsx";
import { CopyButton } from "@/components/ui/copy-button.tsx";
import { formatBytes } from "@/lib/format/format-bytes.ts";
import type { Resource } from "@/lib/mcp/read-resource.ts";

export type ResourceHeadProps = {
	resource: Resource;
	/** what its address is: "URI" or "URI template" */
	address: string;
	isListed?: boolean;
	actions?: ReactNode;
};

/** Name, claimed type and address of a resource or template. */
export function ResourceHead({ resource, address, isListed = true, actions }: ResourceHeadProps) {
	const { item, mimeType, size, notes } = resource;
	return (
		<ItemHead
			item={resource}
			isListed={isListed}
			twin="A client cannot tell the two apart: it reads whichever the server finds"
			badges={
				<>
					{!isListed && <Badge title="No list of the server has it; the server may know it all the same">not in the list</Badge>}
					{mimeType !== undefined && (
						<Badge tone="line" title="The type that the server gives it" className="min-w-0 shrink">
							<span className="cut">{mimeType}</span>
						</Badge>
					)}
					{size !== undefined && <Badge title="The size that the server gives it">{formatBytes(size)}</Badge>}
					{notes.map((note) => (
						<Badge key={note} tone={note === "no name" ? "warn" : "neutral"} className="narrow:hidden">
							{note}
						</Badge>
					))}
				</>
			}
			actions={actions}
		>
			<div className="flex h-7 min-w-0 items-center gap-1.5 text-11">
				<span className="flex-none text-text-3">{address}</span>
				<span className="cut font-mono" title={item.id}>
					{item.id}
				</span>
				<CopyButton text={item.id} label={`Copy ${address}`} />
			</div>
		</ItemHead>
	);
}
