import { cx } from "@/components/ui/class-names.ts";

/** From the first to the last moment of the rows in view, in epoch milliseconds. */
export type TimeSpan = { from: number; to: number };

export type TimeBarProps = { span: TimeSpan; at: number; ms: number; live: boolean; className: string };

/** When something ran, within the time of the rows in view. */
export function TimeBar({ span, at, ms, live, className }: TimeBarProps) {
	const whole = Math.max(1, span.to - span.from);
	const left = Math.min(98, Math.max(0, ((at - span.from) / whole) * 100));
	const width = Math.min(100 - left, Math.max(0, (ms / whole) * 100));
	return (
		<span aria-hidden="true" className="relative h-1.5 min-w-0 flex-1 before:absolute before:inset-x-0 before:top-1/2 before:h-px before:bg-line-1">
			<span
				className={cx(
					"absolute top-0 h-1.5 min-w-0.5 rounded-[1px]",
					live ? "bg-[repeating-linear-gradient(115deg,currentColor_0_3px,transparent_3px_6px)]" : "bg-current",
					className,
				)}
				style={{ left: `${left}%`, width: `${width}%` }}
			/>
		</span>
	);
}
