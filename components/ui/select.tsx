"use client";
import { Select as BaseSelect } from "@base-ui/react/select";
import { Check, ChevronDown } from "lucide-react";
import { cx } from "./class-names.ts";
import { Icon } from "./icon.tsx";

export type SelectProps<Id extends string> = {
	/** the accessible name, or `labelledBy` where a visible label stands beside it */
	label?: string;
	labelledBy?: string;
	id?: string;
	options: readonly { id: Id; label: string }[];
	value: Id | undefined;
	onChange: (id: Id) => void;
	placeholder?: string;
	invalid?: boolean;
	disabled?: boolean;
	mono?: boolean;
	describedBy?: string;
	className?: string;
};

/** One of many options in a popup with type-ahead. */
export function Select<Id extends string>({
	label,
	labelledBy,
	id,
	options,
	value,
	onChange,
	placeholder = "Choose…",
	invalid,
	disabled,
	mono,
	describedBy,
	className,
}: SelectProps<Id>) {
	const items = options.map((option) => ({ value: option.id, label: option.label }));
	return (
		<BaseSelect.Root items={items} value={value ?? null} disabled={disabled} modal={false} onValueChange={(next) => next !== null && onChange(next)}>
			<BaseSelect.Trigger
				id={id}
				aria-label={label}
				aria-labelledby={labelledBy}
				aria-describedby={describedBy}
				aria-invalid={invalid || undefined}
				className={cx(
					"quick flex h-row w-full min-w-0 items-center gap-1.5 rounded-sm border bg-surface-1 px-2 text-left data-disabled:opacity-50",
					invalid ? "border-error" : "border-line-control",
					className,
				)}
			>
				<BaseSelect.Value className={cx("cut flex-1", mono && "font-mono text-11", value === undefined && "text-text-3")} placeholder={placeholder} />
				<BaseSelect.Icon className="text-text-3">
					<Icon of={ChevronDown} />
				</BaseSelect.Icon>
			</BaseSelect.Trigger>
			<BaseSelect.Portal>
				<BaseSelect.Positioner sideOffset={4} alignItemWithTrigger={false} className="z-50">
					<BaseSelect.Popup className="scroll-thin max-h-[min(320px,var(--available-height))] min-w-(--anchor-width) rounded-md bg-surface-1 p-1 shadow-pop outline-none">
						{items.map((item) => (
							<BaseSelect.Item
								key={item.value}
								value={item.value}
								className="flex h-row items-center gap-1.5 rounded-sm pr-3 pl-1.5 text-text-1 outline-none data-highlighted:bg-surface-3"
							>
								<span className="grid w-3.5 place-items-center text-accent-text">
									<BaseSelect.ItemIndicator>
										<Icon of={Check} size="sm" />
									</BaseSelect.ItemIndicator>
								</span>
								<BaseSelect.ItemText className={cx("cut", mono && "font-mono text-11")}>{item.label}</BaseSelect.ItemText>
							</BaseSelect.Item>
						))}
					</BaseSelect.Popup>
				</BaseSelect.Positioner>
			</BaseSelect.Portal>
		</BaseSelect.Root>
	);
}
