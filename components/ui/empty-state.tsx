import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "./class-names.ts";

export type EmptyStateProps = { icon: LucideIcon; title: string; children?: ReactNode; action?: ReactNode; className?: string };

/** Says which kind of nothing it is, and gives the next step. */
export function EmptyState({ icon: Drawing, title, children, action, className }: EmptyStateProps) {
	return (
		<div className={cx("flex flex-col items-start gap-1 p-4 pt-5", className)}>
			<Drawing aria-hidden="true" size={16} strokeWidth={1.75} className="mb-1 text-text-3" />
			<div className="font-strong">{title}</div>
			{children && <div className="max-w-[250px] leading-[18px] text-text-2">{children}</div>}
			{action}
		</div>
	);
}
