"use client";
import type { KeyboardEvent } from "react";
import { type JsonValue, jsonNumber, jsonString } from "@/lib/mcp/json-value.ts";
import { isJsonNumber } from "@/lib/mcp/parse-json.ts";
import { TextField } from "../ui/text-field.tsx";

export type SchemaNumberProps = {
	id: string;
	label: string | undefined;
	integer: boolean;
	value: JsonValue | undefined;
	invalid: boolean;
	describedBy: string | undefined;
	onChange: (value: JsonValue | undefined) => void;
};

/** A number with its digits as they were typed, however many. What is no number yet is sent as the text that it is. */
export function SchemaNumber({ id, label, integer, value, invalid, describedBy, onChange }: SchemaNumberProps) {
	const text = value?.kind === "number" ? value.digits : value?.kind === "string" ? value.value : "";
	const change = (typed: string) => onChange(typed === "" ? undefined : isJsonNumber(typed) ? jsonNumber(typed) : jsonString(typed));
	const step = (event: KeyboardEvent) => {
		if ((event.key !== "ArrowUp" && event.key !== "ArrowDown") || !/^-?\d*$/.test(text)) return;
		event.preventDefault();
		change(String(BigInt(text || "0") + (event.key === "ArrowUp" ? 1n : -1n)));
	};
	return (
		<TextField
			id={id}
			aria-label={label}
			aria-describedby={describedBy}
			inputMode={integer ? "numeric" : "decimal"}
			value={text}
			invalid={invalid || value?.kind === "string"}
			placeholder={value === undefined ? "not sent" : ""}
			onKeyDown={step}
			onChange={change}
			className="tabular-nums"
		/>
	);
}
