"use client";
import { useState } from "react";
import { compactJson, prettyJson } from "@/lib/mcp/format-json.ts";
import { type JsonValue, sameJson } from "@/lib/mcp/json-value.ts";
import { parseJson } from "@/lib/mcp/parse-json.ts";
import { TextArea } from "../ui/text-field.tsx";
import { useSchemaField } from "./schema-context.ts";
import type { SchemaControlProps } from "./schema-control.tsx";

const toText = (value: JsonValue | undefined): string => {
	if (value === undefined) return "";
	const short = compactJson(value);
	return short.length <= 60 ? short : prettyJson(value);
};

/** A value typed as JSON, where the schema says nothing that a better control could be made of. While it is not JSON it is not sent. */
export function SchemaJson({ path, name, value, onChange, unlabelled, reason }: SchemaControlProps & { reason: string | undefined }) {
	const { id, errors, describedBy } = useSchemaField(path);
	const [typed, setTyped] = useState({ text: toText(value), value });
	// what was typed stands until the value is changed elsewhere
	const text = typed.value === value || sameJson(typed.value, value) ? typed.text : toText(value);
	const parsed = text.trim() === "" ? undefined : parseJson(text);
	const change = (next: string) => {
		const read = next.trim() === "" ? undefined : parseJson(next).value;
		setTyped({ text: next, value: read });
		onChange(read);
	};
	return (
		<div className="flex min-w-0 flex-1 flex-col">
			<TextArea
				id={id}
				aria-label={unlabelled ? name : undefined}
				aria-describedby={describedBy}
				mono
				rows={Math.min(12, text.split("\n").length)}
				value={text}
				invalid={errors.length > 0 || parsed?.fault !== undefined}
				placeholder="JSON; not sent while empty"
				onChange={change}
				className="min-h-row"
			/>
			{parsed?.fault ? (
				<p className="text-11 text-error">Not JSON, so not sent: {parsed.fault.message}</p>
			) : (
				reason && <p className="text-11 text-text-3">{reason}</p>
			)}
		</div>
	);
}
