import type { LucideIcon } from "lucide-react";
import type { ComponentPropsWithRef } from "react";
import { cx } from "./class-names.ts";
import { Icon } from "./icon.tsx";
import { Kbd } from "./kbd.tsx";

const variants = {
	primary: "border-transparent bg-accent font-strong text-accent-on enabled:hover:bg-accent-hover",
	default: "border-line-2 bg-surface-1 font-medium text-text-1 enabled:hover:bg-surface-3 [&>svg]:text-text-2",
	quiet: "border-transparent font-medium text-text-2 enabled:hover:bg-surface-3 enabled:hover:text-text-1",
} as const;

const sizes = {
	md: "h-row gap-1.5 text-12",
	sm: "h-5.5 gap-[5px] text-11",
} as const;

const padding = {
	md: { primary: "px-[9px]", default: "px-[9px]", quiet: "px-[7px]" },
	sm: { primary: "px-[7px]", default: "px-[7px]", quiet: "px-[7px]" },
} as const;

export type ButtonProps = ComponentPropsWithRef<"button"> & {
	variant?: keyof typeof variants;
	size?: keyof typeof sizes;
	icon?: LucideIcon;
	/** keys as `Kbd` takes them, e.g. `mod+enter`; shown only, the owner listens */
	kbd?: string;
};

/** One filled `primary` button per pane. */
export function Button({ variant = "default", size = "md", icon, kbd, className, children, type = "button", ...rest }: ButtonProps) {
	return (
		<button
			type={type}
			className={cx(
				"quick inline-flex flex-none items-center justify-center rounded-sm border whitespace-nowrap disabled:opacity-50",
				variants[variant],
				sizes[size],
				padding[size][variant],
				className,
			)}
			{...rest}
		>
			{icon && <Icon of={icon} size={size} />}
			{children}
			{kbd && <Kbd keys={kbd} onAccent={variant === "primary"} />}
		</button>
	);
}

export type IconButtonProps = Omit<ComponentPropsWithRef<"button">, "aria-label" | "children"> & {
	icon: LucideIcon;
	/** the accessible name, also the hover text */
	label: string;
	/** makes it a toggle */
	pressed?: boolean;
	size?: "md" | "sm";
};

export function IconButton({ icon, label, pressed, size = "md", className, type = "button", ...rest }: IconButtonProps) {
	return (
		<button
			type={type}
			aria-label={label}
			aria-pressed={pressed}
			title={label}
			className={cx(
				"quick inline-grid flex-none place-items-center rounded-sm disabled:opacity-50",
				size === "md" ? "size-6" : "size-5",
				pressed ? "bg-accent-soft text-accent-text" : "text-text-2 enabled:hover:bg-surface-3 enabled:hover:text-text-1",
				className,
			)}
			{...rest}
		>
			<Icon of={icon} size={size} />
		</button>
	);
}
