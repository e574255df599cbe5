import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge.tsx";
import { cx } from "@/components/ui/class-names.ts";
import { ItemIcon } from "./item-icon.tsx";

export type ItemRowProps = {
	name: string;
	/** address of an icon that came inside the list */
	icon: string | undefined;
	/** another one before it has the same identity: what that means, for the hover text */
	twin?: string | undefined;
	twinLabel?: string;
	badges?: ReactNode;
	/** the second line */
	children: ReactNode;
	mono?: boolean;
};

/** One item of a list: its name and badges over one line about it. */
export function ItemRow({ name, icon, twin, twinLabel = "same name", badges, children, mono }: ItemRowProps) {
	return (
		<>
			<div className="flex h-[17px] min-w-0 items-center gap-1">
				{icon !== undefined && <ItemIcon src={icon} className="size-3.5" />}
				<span className="cut font-mono text-12 font-medium">{name}</span>
				<span className="flex-1" />
				{twin !== undefined && (
					<Badge tone="warn" title={twin}>
						{twinLabel}
					</Badge>
				)}
				{badges}
			</div>
			<div className={cx("cut text-11 leading-[17px] text-text-2", mono && "font-mono")}>{children}</div>
		</>
	);
}

/** What of a description fits into a row. */
export const firstLine = (text: string): string => text.trimStart().split("\n", 1)[0] ?? "";
