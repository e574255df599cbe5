import type { ReactNode } from "react";
import { cx } from "./class-names.ts";

const tones = {
	neutral: "bg-surface-3 text-text-2",
	line: "text-text-2 inset-ring inset-ring-line-2",
	ok: "bg-ok-soft text-ok",
	warn: "bg-warn-soft text-warn",
	error: "bg-error-soft text-error",
	info: "bg-info-soft text-info",
	pending: "bg-pending-soft text-pending",
} as const;

export type BadgeTone = keyof typeof tones;

export function Badge({ tone = "neutral", className, title, children }: { tone?: BadgeTone; className?: string; title?: string; children: ReactNode }) {
	return (
		<span
			title={title}
			className={cx("inline-flex h-4 flex-none items-center gap-1 rounded-xs px-[5px] text-11 font-medium whitespace-nowrap", tones[tone], className)}
		>
			{children}
		</span>
	);
}
