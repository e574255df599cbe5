"use client";
import { useLayoutEffect, useMemo, useRef } from "react";
import { cx } from "@/components/ui/class-names.ts";
import { CopyButton } from "@/components/ui/copy-button.tsx";
import { readTraceback } from "./read-traceback.ts";

const colors = { plain: undefined, own: "font-medium text-text-1", error: "text-error" } as const;

/** The last lines that the server wrote to stderr, at their end. */
export function StderrBlock({ lines, failed, className }: { lines: readonly string[]; failed: boolean; className?: string }) {
	const shown = useMemo(() => readTraceback(lines, failed), [lines, failed]);
	const box = useRef<HTMLPreElement>(null);
	// biome-ignore lint/correctness/useExhaustiveDependencies: more lines mean another end
	useLayoutEffect(() => {
		if (box.current) box.current.scrollTop = box.current.scrollHeight;
	}, [lines.length]);
	if (lines.length === 0) return null;
	return (
		<section aria-label="stderr" className={cx("flex min-h-0 flex-col", className)}>
			<div className="flex h-6 flex-none items-center gap-2 text-11 font-medium text-text-3">
				stderr
				<span className="font-normal tabular-nums">{lines.length === 1 ? "1 line" : `last ${lines.length} lines`}</span>
				<CopyButton label="Copy stderr" text={lines.join("\n")} className="ml-auto" />
			</div>
			<pre
				ref={box}
				// biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
				tabIndex={0}
				className="scroll-thin focus-inset min-h-0 rounded-sm border border-line-1 bg-surface-2 px-3 py-2 font-mono text-11 leading-[18px] text-text-2"
			>
				{shown.map((line, index) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: lines are only ever added at the end
					<span key={index} className={cx("block min-h-[18px]", colors[line.kind])}>
						{line.text}
					</span>
				))}
			</pre>
		</section>
	);
}
