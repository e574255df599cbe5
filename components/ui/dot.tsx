import { cx } from "./class-names.ts";

const tones = { ok: "bg-ok", error: "bg-error", warn: "bg-warn", info: "bg-info", pending: "bg-pending", quiet: "bg-text-3", accent: "bg-accent" } as const;

export type DotTone = keyof typeof tones;

/** A coloured dot; the word beside it says the same. */
export function Dot({ tone, pulse, small, className }: { tone: DotTone; pulse?: boolean; small?: boolean; className?: string }) {
	return (
		<span
			aria-hidden="true"
			className={cx("inline-block flex-none rounded-full", small ? "size-1.5" : "size-[7px]", tones[tone], pulse && "animate-pulse-pending", className)}
		/>
	);
}
