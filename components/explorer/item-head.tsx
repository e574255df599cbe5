import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge.tsx";
import { CopyButton } from "@/components/ui/copy-button.tsx";
import { prettyJson } from "@/lib/mcp/format-json.ts";
import type { Icons } from "@/lib/mcp/read-icons.ts";
import { ItemIcon } from "./item-icon.tsx";
import type { Listed } from "./item-key.ts";

export type ItemHeadProps = {
	item: Listed & { readonly title: string | undefined; readonly description: string; readonly icons: Icons };
	badges?: ReactNode;
	/** what it means that another item has the same identity */
	twin: string;
	/** controls at the end of the first line */
	actions?: ReactNode;
	/** false where no list has it, so that there is no definition to copy */
	isListed?: boolean;
	/** what stands below the description */
	children?: ReactNode;
};

/** Name, badges and description of an item. */
export function ItemHead({ item, badges, twin, actions, isListed = true, children }: ItemHeadProps) {
	const { name, title, description, icons } = item;
	return (
		<header className="flex-none border-b border-line-1 px-4 pt-[9px] short:pt-1.5">
			<div className="flex min-w-0 items-center gap-2">
				{icons.inline !== undefined && <ItemIcon src={icons.inline} className="size-5" />}
				<h2 className="cut font-mono text-15 font-semibold tracking-[-0.01em]" title={name}>
					{name}
				</h2>
				{title && title !== name && <span className="cut text-13 text-text-2">{title}</span>}
				{badges}
				{icons.remote.length > 0 && icons.inline === undefined && (
					<Badge title={icons.remote.join("\n").slice(0, 1_000)} className="narrow:hidden">
						icon not fetched
					</Badge>
				)}
				{item.item.duplicate && (
					<Badge tone="warn" title={twin}>
						{item.item.id === name ? "same name as another" : "same URI as another"}
					</Badge>
				)}
				<span className="flex-1" />
				{actions}
				{isListed && <CopyButton text={prettyJson(item.item.value)} label="Copy definition" size="md" />}
			</div>
			{description && (
				<p
					tabIndex={description.length > 300 ? 0 : undefined}
					className="scroll-thin focus-inset mt-0.5 max-h-16 wrap-break-word whitespace-pre-wrap text-text-2 short:max-h-4"
				>
					{description.trim()}
				</p>
			)}
			{children}
		</header>
	);
}
