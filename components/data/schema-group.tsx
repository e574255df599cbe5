"use client";
import { ChevronDown, ChevronRight, X } from "lucide-react";
import { useState } from "react";
import { formatCount } from "@/lib/format/format-bytes.ts";
import { addedValue } from "@/lib/mcp/initial-arguments.ts";
import { itemsOf, type JsonValue, jsonNull, member, membersOf } from "@/lib/mcp/json-value.ts";
import { IconButton } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { SchemaArray } from "./schema-array.tsx";
import { useSchemaField } from "./schema-context.ts";
import { FieldErrors, labelTitle, RequiredDot, type SchemaFieldProps } from "./schema-field.tsx";
import { SchemaObject } from "./schema-object.tsx";

/** An object or a list inside an object: a frame with a head that folds it. Its cells keep the columns outside. */
export function SchemaGroup({ field, path, value, onChange, onLeaveOut }: SchemaFieldProps) {
	const { id, labelId, errorId, errors } = useSchemaField(path);
	const [folded, setFolded] = useState(false);
	const { node, name } = field;
	const { shape } = node;
	return (
		// biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a subgrid in every browser
		<div
			role="group"
			aria-labelledby={labelId}
			className="col-span-full grid grid-cols-subgrid gap-y-1.5 rounded-sm border border-line-1 bg-surface-2 px-3 pb-2.5"
		>
			<div className="col-span-full -mx-1 flex h-6 min-w-0 items-center gap-1.5 text-11 text-text-3">
				<button
					type="button"
					id={id}
					aria-expanded={!folded}
					title={labelTitle(field)}
					onClick={() => setFolded(!folded)}
					className="quick flex min-w-0 items-center gap-1.5 rounded-xs hover:text-text-1"
				>
					<Icon of={folded ? ChevronRight : ChevronDown} size="sm" />
					<span id={labelId} className="cut font-mono font-medium text-text-1">
						{name}
					</span>
					{field.required && <RequiredDot />}
					<span className="cut">{says(field, value)}</span>
				</button>
				<span className="flex-1" />
				{node.nullable && (
					<button
						type="button"
						aria-label={`Send null as ${name}`}
						onClick={() => onChange(jsonNull)}
						className="quick h-4 flex-none rounded-xs px-1 font-mono hover:bg-surface-3 hover:text-text-1"
					>
						null
					</button>
				)}
				{value === undefined && !onLeaveOut && (
					<button type="button" onClick={() => onChange(addedValue(node))} className="link">
						Not sent: add
					</button>
				)}
				{onLeaveOut && <IconButton icon={X} size="sm" label={`Leave out ${name}`} onClick={onLeaveOut} />}
			</div>
			{!folded && value !== undefined && shape.kind === "object" && <SchemaObject shape={shape} path={path} value={value} onChange={onChange} />}
			{!folded && value !== undefined && shape.kind === "array" && <SchemaArray shape={shape} path={path} name={name} value={value} onChange={onChange} />}
			{errors.length > 0 && (
				<div className="col-span-full">
					<FieldErrors id={errorId} errors={errors} />
				</div>
			)}
		</div>
	);
}

function says({ node }: SchemaFieldProps["field"], value: JsonValue | undefined): string {
	if (value === undefined) return `${node.summary}, not sent`;
	if (node.shape.kind === "array") {
		const { length } = itemsOf(value);
		return `${node.summary} · ${formatCount(length)} ${length === 1 ? "item" : "items"}`;
	}
	if (node.shape.kind !== "object") return node.summary;
	const { fields } = node.shape;
	const sent = fields.filter((each) => member(value, each.name) !== undefined).length;
	if (fields.length === 0) return `${node.summary} · ${formatCount(membersOf(value).length)} entries`;
	return `${node.summary} · ${sent} of ${fields.length} fields sent`;
}
