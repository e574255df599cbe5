"use client";
import { useMemo } from "react";
import { type DiffLine, diffLines } from "@/lib/format/diff-lines.ts";
import { cx } from "../ui/class-names.ts";

/** So many equal lines stay around each difference. */
const AROUND = 3;
/** What a browser can lay out at once; the log has the rest. */
const SHOWN = 4_000;

const looks = {
	same: { sign: " ", name: undefined, tint: "text-text-2" },
	removed: { sign: "−", name: "removed", tint: "bg-error-soft" },
	added: { sign: "+", name: "added", tint: "bg-ok-soft" },
} as const;

export type DiffViewProps = { before: string; after: string; label: string; className?: string };

/** Two texts line by line, in one column; far from a difference equal lines are counted. */
export function DiffView({ before, after, label, className }: DiffViewProps) {
	const parts = useMemo(() => collapse(diffLines(before, after)), [before, after]);
	return (
		<section
			aria-label={label}
			// biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
			tabIndex={0}
			className={cx("scroll-thin focus-inset py-1 font-mono text-11 leading-[18px]", className)}
		>
			{parts.slice(0, SHOWN).map((part, at) =>
				typeof part === "number" ? (
					// biome-ignore lint/suspicious/noArrayIndexKey: a comparison does not change
					<div key={at} className="pl-9 font-sans text-text-3">
						{part} equal {part === 1 ? "line" : "lines"}
					</div>
				) : (
					// biome-ignore lint/suspicious/noArrayIndexKey: a comparison does not change
					<div key={at} className={cx("flex pr-4 pl-4 whitespace-pre-wrap wrap-anywhere", looks[part.kind].tint)}>
						<span aria-hidden="true" className="w-5 flex-none text-text-3">
							{looks[part.kind].sign}
						</span>
						{looks[part.kind].name && <span className="sr-only">{looks[part.kind].name}: </span>}
						<span>{part.text}</span>
					</div>
				),
			)}
			{parts.length > SHOWN && <p className="px-4 pt-1 font-sans text-text-3">{parts.length - SHOWN} more lines are not shown.</p>}
		</section>
	);
}

/** Lines near a difference, and the number of equal ones between them. */
function collapse(lines: readonly DiffLine[]): (DiffLine | number)[] {
	const near = new Uint8Array(lines.length);
	lines.forEach(({ kind }, at) => {
		if (kind !== "same") near.fill(1, Math.max(0, at - AROUND), at + AROUND + 1);
	});
	const out: (DiffLine | number)[] = [];
	lines.forEach((line, at) => {
		const last = out.at(-1);
		if (near[at]) out.push(line);
		else if (typeof last === "number") out[out.length - 1] = last + 1;
		else out.push(1);
	});
	return out;
}
