"use client";
import { type ReactNode, useContext } from "react";
import type { FormNode } from "@/lib/mcp/form-node.ts";
import { compactJson } from "@/lib/mcp/format-json.ts";
import { type JsonValue, jsonBoolean, jsonString, sameJson } from "@/lib/mcp/json-value.ts";
import { cx } from "../ui/class-names.ts";
import { Segmented } from "../ui/segmented.tsx";
import { Select } from "../ui/select.tsx";
import { Switch } from "../ui/switch.tsx";
import { TextField } from "../ui/text-field.tsx";
import { SchemaArray } from "./schema-array.tsx";
import { SchemaFormContext, type SchemaPath, useSchemaField } from "./schema-context.ts";
import { SchemaJson } from "./schema-json.tsx";
import { isSegmented, isTokenList } from "./schema-layout.ts";
import { SchemaNotSent } from "./schema-not-sent.tsx";
import { SchemaNumber } from "./schema-number.tsx";
import { SchemaObject } from "./schema-object.tsx";
import { SchemaSuggest } from "./schema-suggest.tsx";
import { SchemaText } from "./schema-text.tsx";
import { SchemaTokens } from "./schema-tokens.tsx";
import { SchemaVariants } from "./schema-variants.tsx";

export type SchemaControlProps = {
	node: FormNode;
	path: SchemaPath;
	name: string;
	value: JsonValue | undefined;
	onChange: (value: JsonValue | undefined) => void;
	/** no label stands beside it (an item of a list), so the control is named by `name` */
	unlabelled?: boolean;
};

const formats: Readonly<Record<string, string>> = {
	"date-time": "2026-09-01T00:00:00Z",
	date: "2026-09-01",
	time: "12:00:00Z",
	email: "name@example.com",
	uri: "https://example.com/",
	uuid: "00000000-0000-4000-8000-000000000000",
};

/** What a person sets one value with. A value of another kind than the schema says is shown as JSON, never changed or hidden. */
export function SchemaControl(props: SchemaControlProps) {
	const { node, path, name, value, onChange, unlabelled } = props;
	const { id, labelId, errors, describedBy } = useSchemaField(path);
	const { suggest } = useContext(SchemaFormContext);
	const { shape } = node;
	const naming = unlabelled ? { label: name } : { labelledBy: labelId };
	const common = { id, describedBy, invalid: errors.length > 0 };
	const labelled = unlabelled ? { "aria-label": name } : {};
	if (node.nullable && value?.kind === "null" && shape.kind !== "enum") return <Fixed id={id}>null</Fixed>;
	if (isOtherKind(node, value))
		return (
			<SchemaJson {...props} reason={`Holds ${value?.kind === "null" ? "null" : `a value of type ${value?.kind}`}, which the schema does not expect here.`} />
		);
	switch (shape.kind) {
		case "string": {
			const text = value?.kind === "string" ? value.value : "";
			const placeholder = value === undefined ? ((shape.format && formats[shape.format]) ?? "") : "empty string";
			if (shape.multiline)
				return (
					<SchemaText
						{...common}
						label={unlabelled ? name : undefined}
						value={text}
						placeholder={placeholder}
						onChange={(next) => onChange(jsonString(next))}
					/>
				);
			// what is completed is an argument of a prompt or a variable of a template: a member of the form itself
			if (suggest && path.length === 1)
				return (
					<SchemaSuggest
						{...common}
						name={name}
						label={unlabelled ? name : undefined}
						value={text}
						placeholder={placeholder}
						suggest={suggest}
						onChange={(next) => onChange(jsonString(next))}
					/>
				);
			return (
				<TextField
					id={id}
					{...labelled}
					value={text}
					invalid={common.invalid}
					aria-describedby={describedBy}
					placeholder={placeholder}
					onChange={(next) => onChange(jsonString(next))}
				/>
			);
		}
		case "number":
			return <SchemaNumber {...common} label={unlabelled ? name : undefined} integer={shape.integer} value={value} onChange={onChange} />;
		case "boolean":
			return (
				<div className="flex h-row items-center gap-2">
					<Switch
						id={id}
						{...naming}
						checked={value?.kind === "boolean" && value.value}
						describedBy={describedBy}
						onChange={(checked) => onChange(jsonBoolean(checked))}
					/>
					<span className="font-mono text-11 text-text-2">{value === undefined ? "not sent" : compactJson(value)}</span>
				</div>
			);
		case "null":
			return <Fixed id={id}>{value === undefined ? "not sent" : "null"}</Fixed>;
		case "const":
			if (value !== undefined && !sameJson(value, shape.value)) return <SchemaJson {...props} reason={`The schema expects ${compactJson(shape.value)}.`} />;
			return (
				<Fixed id={id}>
					{compactJson(shape.value)}
					{value === undefined && (
						<button type="button" className="link ml-2 font-sans" onClick={() => onChange(shape.value)}>
							Not sent: add
						</button>
					)}
				</Fixed>
			);
		case "enum": {
			const options: { id: string; label: string }[] = shape.options.map(({ label }, at) => ({ id: String(at), label }));
			if (node.nullable) options.push({ id: "null", label: "null" });
			const at = shape.options.findIndex((option) => sameJson(option.value, value));
			const chosen = node.nullable && value?.kind === "null" ? "null" : at < 0 ? undefined : String(at);
			if (value !== undefined && chosen === undefined) return <SchemaJson {...props} reason="Not one of the schema's values." />;
			const choose = (next: string) => onChange(next === "null" ? { kind: "null" } : shape.options[Number(next)]?.value);
			if (isSegmented(node)) return <Segmented id={id} {...naming} size="field" options={options} value={chosen} onChange={choose} />;
			return (
				<Select
					id={id}
					{...naming}
					invalid={common.invalid}
					describedBy={describedBy}
					options={options}
					value={chosen}
					onChange={choose}
					placeholder="Choose…"
				/>
			);
		}
		case "array":
			if (isTokenList(node)) return <SchemaTokens {...common} name={name} label={unlabelled ? name : undefined} value={value} onChange={onChange} />;
			return (
				<Frame name={name}>
					<SchemaArray shape={shape} path={path} name={name} value={value} onChange={onChange} />
				</Frame>
			);
		case "object":
			return (
				<Frame name={name}>
					<SchemaObject shape={shape} path={path} value={value} onChange={onChange} />
					<SchemaNotSent shape={shape} path={path} value={value} onChange={onChange} />
				</Frame>
			);
		case "variants":
			return <SchemaVariants {...props} shape={shape} />;
		case "any":
			return <SchemaJson {...props} reason={shape.reason} />;
	}
}

/** Twelve columns of its own, for an object that is an item or an alternative. */
function Frame({ name, children }: { name: string; children: ReactNode }) {
	return (
		// biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a grid in every browser
		<div role="group" aria-label={name} className="grid min-w-0 flex-1 grid-cols-12 gap-x-3 gap-y-2 @max-[520px]:grid-cols-1">
			{children}
		</div>
	);
}

function Fixed({ id, children }: { id: string; children: ReactNode }) {
	return (
		<div id={id} tabIndex={-1} className={cx("flex h-row items-center rounded-sm font-mono text-11 text-text-2")}>
			{children}
		</div>
	);
}

const expected: Readonly<Partial<Record<FormNode["shape"]["kind"], readonly JsonValue["kind"][]>>> = {
	string: ["string"],
	// digits that are no number yet are kept as text
	number: ["number", "string"],
	boolean: ["boolean"],
	null: ["null"],
	object: ["object"],
	array: ["array"],
};

function isOtherKind(node: FormNode, value: JsonValue | undefined): boolean {
	const kinds = expected[node.shape.kind];
	return value !== undefined && kinds !== undefined && !kinds.includes(value.kind);
}
