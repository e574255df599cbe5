import type { ReactNode } from "react";
import { cx } from "@/components/ui/class-names.ts";

/** A named part that scrolls; the keyboard reaches it, because nothing in it may be focusable. */
export function ScrollPane({ label, className, children }: { label: string; className?: string; children: ReactNode }) {
	return (
		<section
			aria-label={label}
			// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
			tabIndex={0}
			className={cx("scroll-thin focus-inset min-w-0", className)}
		>
			{children}
		</section>
	);
}
