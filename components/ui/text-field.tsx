import type { ComponentPropsWithRef, ReactNode } from "react";
import { cx } from "./class-names.ts";

type Frame = {
	value: string;
	onChange: (value: string) => void;
	invalid?: boolean;
	mono?: boolean;
};

export type TextFieldProps = Omit<ComponentPropsWithRef<"input">, "value" | "onChange" | "size"> &
	Frame & {
		leading?: ReactNode;
		trailing?: ReactNode;
		/** `lg` is the one field of the first page */
		size?: "md" | "lg";
	};

const border = (invalid: boolean | undefined) => (invalid ? "border-error" : "border-line-control");

/** A form field: its border reaches 3:1. The label is the owner's, tied by `id` or `aria-label`. */
export function TextField({ value, onChange, invalid, mono, leading, trailing, size = "md", className, ...rest }: TextFieldProps) {
	return (
		<div
			className={cx(
				"field-frame quick flex min-w-0 items-center border bg-surface-1",
				size === "md" ? "h-row gap-1.5 rounded-sm px-2" : "h-10 gap-2 rounded-md pr-1.5 pl-3",
				border(invalid),
				className,
			)}
		>
			{leading}
			<input
				value={value}
				onChange={(event) => onChange(event.currentTarget.value)}
				aria-invalid={invalid || undefined}
				autoComplete="off"
				autoCorrect="off"
				autoCapitalize="off"
				spellCheck={false}
				className={cx("field-input h-full min-w-0 flex-1 bg-transparent", mono && "font-mono")}
				{...rest}
			/>
			{trailing}
		</div>
	);
}

export type TextAreaProps = Omit<ComponentPropsWithRef<"textarea">, "value" | "onChange"> & Frame;

export function TextArea({ value, onChange, invalid, mono, rows = 3, className, ...rest }: TextAreaProps) {
	return (
		<textarea
			value={value}
			rows={rows}
			onChange={(event) => onChange(event.currentTarget.value)}
			aria-invalid={invalid || undefined}
			autoComplete="off"
			spellCheck={false}
			className={cx(
				"field-frame field-input quick scroll-thin block w-full resize-y rounded-sm border bg-surface-1 px-2 py-1",
				mono && "font-mono text-11",
				border(invalid),
				className,
			)}
			{...rest}
		/>
	);
}
