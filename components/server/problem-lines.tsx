import { Info } from "lucide-react";
import { cx } from "@/components/ui/class-names.ts";
import type { ProblemData } from "@/lib/protocol/problem.ts";

/** Why, and what to do next. That the process ended stands in the line above already. */
export function ProblemLines({ problem, className }: { problem: ProblemData | undefined; className?: string }) {
	if (!problem) return null;
	const output = problem.details?.output;
	return (
		<div className={cx("flex items-start gap-2 leading-[18px]", className)}>
			<Info aria-hidden="true" size={14} strokeWidth={1.75} className="mt-0.5 flex-none text-info" />
			<div className="min-w-0 flex-1 wrap-anywhere">
				{(problem.code !== "exited" || !problem.hint) && <p>{problem.message}</p>}
				{problem.hint && <p className={cx(problem.code !== "exited" && "text-text-2")}>{problem.hint}</p>}
				{typeof output === "string" && output !== "" && (
					<pre
						// biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
						tabIndex={0}
						className="scroll-thin focus-inset mt-2 max-h-60 rounded-sm border border-line-1 bg-surface-2 px-3 py-2 font-mono text-11 leading-[18px] text-text-2"
					>
						{output}
					</pre>
				)}
			</div>
		</div>
	);
}
