import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "./class-names.ts";
import { Icon } from "./icon.tsx";

const tones = {
	warn: { strip: "bg-warn-soft", icon: "text-warn" },
	error: { strip: "bg-error-soft", icon: "text-error" },
	pending: { strip: "bg-pending-soft", icon: "text-pending" },
} as const;

export type StripProps = {
	tone: keyof typeof tones;
	icon: LucideIcon;
	/** what happened */
	title: string;
	/** the fact behind it */
	detail?: ReactNode;
	/** buttons, at the end */
	children?: ReactNode;
	className?: string;
};

/** A line over the panes that says how things stand and what can be done. The title is announced politely; the detail may tick. */
export function Strip({ tone, icon, title, detail, children, className }: StripProps) {
	return (
		<div className={cx("flex h-[34px] flex-none items-center gap-2 border-b border-line-1 pr-2 pl-3 whitespace-nowrap", tones[tone].strip, className)}>
			<Icon of={icon} className={tones[tone].icon} />
			<div className="flex min-w-0 flex-1 items-center gap-2">
				<span role="status" className="flex-none font-strong">
					{title}
				</span>
				{detail && <span className="cut text-text-2 tabular-nums">{detail}</span>}
			</div>
			{children}
		</div>
	);
}
