"use client";
import { X } from "lucide-react";
import type { CSSProperties } from "react";
import type { FormField } from "@/lib/mcp/form-node.ts";
import { addedValue } from "@/lib/mcp/initial-arguments.ts";
import { type JsonValue, jsonNull } from "@/lib/mcp/json-value.ts";
import { IconButton } from "../ui/button.tsx";
import { cx } from "../ui/class-names.ts";
import { type SchemaPath, useSchemaField } from "./schema-context.ts";
import { SchemaControl } from "./schema-control.tsx";
import { SchemaGroup } from "./schema-group.tsx";
import { isTokenList } from "./schema-layout.ts";

export type SchemaFieldProps = {
	field: FormField;
	path: SchemaPath;
	/** of twelve columns */
	span: number;
	value: JsonValue | undefined;
	onChange: (value: JsonValue | undefined) => void;
	/** takes an optional field out of the request */
	onLeaveOut: (() => void) | undefined;
};

/** One member of an object: its label, its control, what is wrong with it. Objects and lists are groups that fold. */
export function SchemaField(props: SchemaFieldProps) {
	const { shape } = props.field.node;
	const isGroup =
		(shape.kind === "object" && (props.value?.kind ?? "object") === "object") ||
		(shape.kind === "array" && !isTokenList(props.field.node) && (props.value?.kind ?? "array") === "array");
	return isGroup ? <SchemaGroup {...props} /> : <PlainField {...props} />;
}

function PlainField({ field, path, span, value, onChange, onLeaveOut }: SchemaFieldProps) {
	const { id, labelId, errorId, errors } = useSchemaField(path);
	const { node, name } = field;
	const wide: CSSProperties & { "--span": string } = { "--span": `span ${span}` };
	const isNull = node.nullable && value?.kind === "null";
	return (
		<div className="flex min-w-0 flex-col [grid-column:var(--span)] @max-[520px]:col-span-full" style={wide}>
			<div className="flex h-4.5 min-w-0 items-center gap-1.5 text-11 text-text-3">
				<label id={labelId} htmlFor={id} title={labelTitle(field)} className="flex min-w-0 items-center gap-1.5">
					{/* the spaces keep the words of the accessible name apart */}
					<span className="cut font-mono font-medium text-text-1">{name}</span> {field.required && <RequiredDot />}{" "}
					<span className="cut">
						{node.summary}
						{field.required ? "" : value === undefined ? ", not sent yet" : node.default === undefined ? ", optional" : ""}
					</span>
				</label>
				{node.nullable && node.shape.kind !== "enum" && (
					<button
						type="button"
						aria-pressed={isNull}
						aria-label={`Send null as ${name}`}
						onClick={() => onChange(isNull ? addedValue(node) : jsonNull)}
						className={cx(
							"quick h-4 flex-none rounded-xs px-1 font-mono",
							isNull ? "bg-accent-soft text-accent-text" : "text-text-3 hover:bg-surface-3 hover:text-text-1",
						)}
					>
						null
					</button>
				)}
				<span className="flex-1" />
				{onLeaveOut && <IconButton icon={X} size="sm" label={`Leave out ${name}`} onClick={onLeaveOut} />}
			</div>
			<SchemaControl node={node} path={path} name={name} value={value} onChange={onChange} />
			<FieldErrors id={errorId} errors={errors} />
			{node.description && errors.length === 0 && (
				<p className="cut text-11 text-text-3" title={node.description}>
					{node.description}
				</p>
			)}
		</div>
	);
}

export const labelTitle = ({ node }: FormField): string => [node.title, node.description].filter(Boolean).join(": ");

export function RequiredDot() {
	return (
		<span title="required" className="size-1 flex-none rounded-full bg-accent">
			<span className="sr-only">required</span>
		</span>
	);
}

export function FieldErrors({ id, errors }: { id: string; errors: readonly string[] }) {
	if (errors.length === 0) return null;
	return (
		<p id={id} className="text-11 text-error">
			{errors.join("; ")}
		</p>
	);
}
