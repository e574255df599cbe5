"use client";
import { ListFilter, type LucideIcon, Search, X } from "lucide-react";
import type { KeyboardEvent, ReactNode, Ref } from "react";
import { IconButton } from "./button.tsx";
import { cx } from "./class-names.ts";
import { Icon } from "./icon.tsx";
import { Kbd } from "./kbd.tsx";

export type SearchFieldProps = {
	/** the accessible name */
	label: string;
	value: string;
	onChange: (value: string) => void;
	placeholder?: string;
	/** shown while empty; the owner listens */
	kbd?: string;
	icon?: "search" | "filter";
	/** `plain` has no border until it is focused */
	frame?: "line" | "plain";
	mono?: boolean;
	invalid?: boolean;
	describedBy?: string;
	/** stands at the end: a count */
	trailing?: ReactNode;
	onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
	ref?: Ref<HTMLInputElement>;
	className?: string;
};

const icons: Record<"search" | "filter", LucideIcon> = { search: Search, filter: ListFilter };

export function SearchField({
	label,
	value,
	onChange,
	placeholder,
	kbd,
	icon = "search",
	frame = "line",
	mono,
	invalid,
	describedBy,
	trailing,
	onKeyDown,
	ref,
	className,
}: SearchFieldProps) {
	return (
		<div
			className={cx(
				"field-frame quick flex h-6 min-w-0 items-center gap-1.5 rounded-sm border pr-1 pl-2",
				frame === "line" ? "bg-surface-1" : "bg-surface-2",
				invalid ? "border-error" : frame === "line" ? "border-line-2" : "border-transparent",
				className,
			)}
		>
			<Icon of={icons[icon]} className="text-text-3" />
			<input
				ref={ref}
				type="search"
				aria-label={label}
				aria-invalid={invalid || undefined}
				aria-describedby={describedBy}
				placeholder={placeholder}
				value={value}
				onChange={(event) => onChange(event.currentTarget.value)}
				onKeyDown={onKeyDown}
				autoComplete="off"
				autoCorrect="off"
				autoCapitalize="off"
				spellCheck={false}
				className={cx("field-input min-w-0 flex-1 bg-transparent", mono && value && "font-mono text-11")}
			/>
			{trailing}
			{value !== "" && <IconButton icon={X} size="sm" label={`Clear ${label.toLowerCase()}`} onClick={() => onChange("")} className="-mr-0.5" />}
			{kbd && value === "" && <Kbd keys={kbd} />}
		</div>
	);
}
