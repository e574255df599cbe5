"use client";
import { useLayoutEffect, useRef } from "react";
import { TextArea } from "../ui/text-field.tsx";

export type SchemaTextProps = {
	id: string;
	label: string | undefined;
	value: string;
	placeholder: string;
	invalid: boolean;
	describedBy: string | undefined;
	onChange: (value: string) => void;
};

const MOST = 240;

/** A text of any length: one line that grows with what is in it. */
export function SchemaText({ id, label, value, placeholder, invalid, describedBy, onChange }: SchemaTextProps) {
	const area = useRef<HTMLTextAreaElement>(null);
	// biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the value
	useLayoutEffect(() => {
		const element = area.current;
		if (!element) return;
		element.style.height = "auto";
		element.style.height = `${Math.min(MOST, element.scrollHeight + 2)}px`;
	}, [value]);
	return (
		<TextArea
			ref={area}
			id={id}
			aria-label={label}
			aria-describedby={describedBy}
			rows={1}
			value={value}
			placeholder={placeholder}
			invalid={invalid}
			onChange={onChange}
			// it grows by itself
			style={{ resize: "none" }}
			className="min-h-row"
		/>
	);
}
