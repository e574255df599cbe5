"use client";
import { type KeyboardEvent, useRef } from "react";
import { cx } from "./class-names.ts";
import { rovingTarget } from "./roving.ts";

export type SegmentedProps<Id extends string> = {
	/** the group's accessible name; `labelledBy` instead where a visible label stands beside it */
	label?: string;
	labelledBy?: string;
	id?: string;
	options: readonly { id: Id; label: string }[];
	/** undefined: none is chosen yet */
	value: Id | undefined;
	onChange: (id: Id) => void;
	/** `sm` 20 px, `md` 24 px, `field` 26 px and as wide as its column */
	size?: "sm" | "md" | "field";
	className?: string;
};

const heights = { sm: "h-5", md: "h-6", field: "flex h-row w-full" } as const;
const buttons = { sm: "h-4 px-[7px] text-11", md: "h-5 px-[9px]", field: "h-5.5 min-w-0 flex-1 px-1" } as const;

/** One of a few options, all in view. Arrow keys choose. */
export function Segmented<Id extends string>({ label, labelledBy, id, options, value, onChange, size = "md", className }: SegmentedProps<Id>) {
	const group = useRef<HTMLDivElement>(null);
	const chosen = options.findIndex((option) => option.id === value);
	const move = (event: KeyboardEvent) => {
		const next = rovingTarget(event, Math.max(chosen, 0), options.length);
		const option = next === undefined ? undefined : options[next];
		if (!option) return;
		onChange(option.id);
		group.current?.querySelectorAll<HTMLElement>("[role=radio]")[next ?? 0]?.focus();
	};
	return (
		<div
			ref={group}
			id={id}
			role="radiogroup"
			aria-label={label}
			aria-labelledby={labelledBy}
			onKeyDown={move}
			className={cx("inline-flex flex-none rounded-sm bg-surface-3 p-0.5", heights[size], className)}
		>
			{options.map((option, index) => {
				const on = option.id === value;
				return (
					// biome-ignore lint/a11y/useSemanticElements: a native radio cannot hold the look, the group gives the same keys
					<button
						key={option.id}
						type="button"
						role="radio"
						aria-checked={on}
						tabIndex={index === Math.max(chosen, 0) ? 0 : -1}
						onClick={() => onChange(option.id)}
						className={cx(
							"quick cut flex items-center justify-center rounded-xs font-medium",
							buttons[size],
							on ? "bg-surface-1 text-text-1 not-focus-visible:shadow-[0_0_0_1px_var(--line-2)] dark:bg-line-2" : "text-text-2 hover:text-text-1",
						)}
					>
						{option.label}
					</button>
				);
			})}
		</div>
	);
}
