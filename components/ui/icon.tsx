import type { LucideIcon } from "lucide-react";
import { cx } from "./class-names.ts";

export type IconProps = {
	of: LucideIcon;
	/** `sm` is for rows and dense bars */
	size?: "md" | "sm";
	className?: string;
};

/** A lucide icon in the two sizes that the page knows: 14 px and, inside rows, 12 px with a heavier stroke. Decorative: the words stand beside it. */
export function Icon({ of: Drawing, size = "md", className }: IconProps) {
	const small = size === "sm";
	return <Drawing aria-hidden="true" size={small ? 12 : 14} strokeWidth={small ? 2 : 1.75} className={cx("block flex-none", className)} />;
}
