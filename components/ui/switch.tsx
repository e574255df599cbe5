"use client";
import { Switch as BaseSwitch } from "@base-ui/react/switch";
import { cx } from "./class-names.ts";

export type SwitchProps = {
	label?: string;
	labelledBy?: string;
	id?: string;
	checked: boolean;
	onChange: (checked: boolean) => void;
	disabled?: boolean;
	describedBy?: string;
	className?: string;
};

export function Switch({ label, labelledBy, id, checked, onChange, disabled, describedBy, className }: SwitchProps) {
	return (
		<BaseSwitch.Root
			id={id}
			checked={checked}
			onCheckedChange={onChange}
			disabled={disabled}
			aria-label={label}
			aria-labelledby={labelledBy}
			aria-describedby={describedBy}
			className={cx("quick relative h-4 w-row flex-none rounded-full bg-line-control data-checked:bg-accent data-disabled:opacity-50", className)}
		>
			<BaseSwitch.Thumb className="absolute top-0.5 left-0.5 size-3 rounded-full bg-surface-1 transition-transform duration-(--motion-fast) data-checked:translate-x-2.5 data-checked:bg-accent-on" />
		</BaseSwitch.Root>
	);
}
