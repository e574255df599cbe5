"use client";
import { X } from "lucide-react";
import { type ClipboardEvent, type KeyboardEvent, useState } from "react";
import { compactJson } from "@/lib/mcp/format-json.ts";
import { itemsOf, type JsonValue, jsonString, textOf } from "@/lib/mcp/json-value.ts";
import { cx } from "../ui/class-names.ts";
import { Icon } from "../ui/icon.tsx";

export type SchemaTokensProps = {
	id: string;
	name: string;
	label: string | undefined;
	value: JsonValue | undefined;
	invalid: boolean;
	describedBy: string | undefined;
	onChange: (value: JsonValue) => void;
};

/** A list of texts as tokens. Enter adds what was typed, Backspace in the empty field takes the last one back for editing. */
export function SchemaTokens({ id, name, label, value, invalid, describedBy, onChange }: SchemaTokensProps) {
	const [typed, setTyped] = useState("");
	const items = itemsOf(value);
	const set = (next: readonly JsonValue[]) => onChange({ kind: "array", items: next });
	const add = (texts: readonly string[]) => {
		set([...items, ...texts.map(jsonString)]);
		setTyped("");
	};
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
		if (event.key === "Enter") {
			event.preventDefault();
			add([typed]);
		} else if (event.key === "Backspace" && typed === "" && items.length > 0) {
			event.preventDefault();
			setTyped(textOf(items.at(-1)) ?? "");
			set(items.slice(0, -1));
		}
	};
	const onPaste = (event: ClipboardEvent) => {
		const lines = event.clipboardData.getData("text").split(/\r?\n/).filter(Boolean);
		if (lines.length < 2) return;
		event.preventDefault();
		add(lines);
	};
	return (
		<div
			className={cx(
				"field-frame quick flex min-h-row min-w-0 flex-wrap items-center gap-1 rounded-sm border bg-surface-1 px-1 py-[3px]",
				invalid ? "border-error" : "border-line-control",
			)}
		>
			{items.map((item, at) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: items have no identity but their place
				<span key={at} className="inline-flex h-4.5 max-w-full items-center gap-1 rounded-xs bg-surface-3 pr-0.5 pl-1.5 font-mono text-11">
					<span className="cut">{textOf(item) ?? compactJson(item)}</span>
					<button
						type="button"
						aria-label={`Remove ${name}[${at}]`}
						onClick={() => set(items.filter((_, place) => place !== at))}
						className="quick grid size-3.5 place-items-center rounded-xs text-text-2 hover:text-text-1"
					>
						<Icon of={X} size="sm" className="size-2.5" />
					</button>
				</span>
			))}
			<input
				id={id}
				aria-label={label}
				aria-describedby={describedBy}
				value={typed}
				placeholder={items.length === 0 ? (value === undefined ? "not sent; add…" : "empty list; add…") : "add…"}
				onChange={(event) => setTyped(event.currentTarget.value)}
				onKeyDown={onKeyDown}
				onPaste={onPaste}
				// typed and left is meant to be sent
				onBlur={() => typed !== "" && add([typed])}
				autoComplete="off"
				spellCheck={false}
				className="field-input h-4.5 min-w-16 flex-1 bg-transparent pl-1"
			/>
		</div>
	);
}
