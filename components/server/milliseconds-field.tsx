"use client";
import { useState } from "react";
import { TextField } from "@/components/ui/text-field.tsx";

export type MillisecondsFieldProps = {
	id: string;
	value: number | null;
	/** null where nothing stands in the field */
	onChange: (value: number | null) => void;
	/** whether nothing is a value */
	optional?: boolean;
	placeholder?: string;
};

const MAX = 2 ** 31 - 1;

/** A number of milliseconds. What is no such number stays in the field, marked, and changes nothing. */
export function MillisecondsField({ id, value, onChange, optional = false, placeholder }: MillisecondsFieldProps) {
	const [text, setText] = useState(value === null ? "" : String(value));
	const read = (typed: string): number | null | undefined => {
		if (typed.trim() === "") return optional ? null : undefined;
		const number = /^\d+$/.test(typed.trim()) ? Number(typed) : 0;
		return number >= 1 && number <= MAX ? number : undefined;
	};
	const invalid = read(text) === undefined;
	return (
		<span className="flex items-center gap-2">
			<TextField
				id={id}
				mono
				inputMode="numeric"
				value={text}
				placeholder={placeholder}
				invalid={invalid}
				aria-describedby={invalid ? `${id}-wrong` : undefined}
				onChange={(typed) => {
					setText(typed);
					const next = read(typed);
					if (next !== undefined) onChange(next);
				}}
				className="w-32 flex-none"
			/>
			<span className="text-text-3">ms</span>
			{invalid && (
				<span id={`${id}-wrong`} className="text-11 text-error">
					a whole number from 1 to {MAX}
				</span>
			)}
		</span>
	);
}
