"use client";
import { useContext } from "react";
import type { ObjectShape } from "@/lib/mcp/form-node.ts";
import { type JsonValue, member, membersOf } from "@/lib/mcp/json-value.ts";
import { toPointer } from "@/lib/mcp/resolve-pointer.ts";
import { setField } from "@/lib/mcp/set-field.ts";
import { SchemaFormContext, type SchemaPath } from "./schema-context.ts";
import { SchemaEntries, SchemaStrangers } from "./schema-entries.tsx";
import { SchemaField } from "./schema-field.tsx";
import { layoutFields } from "./schema-layout.ts";

export type SchemaObjectProps = { shape: ObjectShape; path: SchemaPath; value: JsonValue | undefined; onChange: (value: JsonValue) => void };

/** The fields of an object that are sent or required, as cells of the surrounding twelve columns. */
export function SchemaObject({ shape, path, value, onChange }: SchemaObjectProps) {
	const { added, setAdded } = useContext(SchemaFormContext);
	const shown = shape.fields.filter(({ name, required }) => required || member(value, name) !== undefined || added.has(toPointer([...path, name])));
	const spans = layoutFields(shown);
	const known = new Set(shape.fields.map(({ name }) => name));
	const hasOthers = membersOf(value).some(([name]) => !known.has(name));
	return (
		<>
			{shown.map((field, at) => (
				<SchemaField
					key={field.name}
					field={field}
					path={[...path, field.name]}
					span={spans[at] ?? 12}
					value={member(value, field.name)}
					onChange={(next) => onChange(setField(shape, value, field.name, next))}
					onLeaveOut={
						field.required
							? undefined
							: () => {
									onChange(setField(shape, value, field.name, undefined));
									setAdded(toPointer([...path, field.name]), false);
								}
					}
				/>
			))}
			{shape.additional ? (
				<SchemaEntries node={shape.additional} known={known} path={path} value={value} onChange={onChange} />
			) : (
				hasOthers && <SchemaStrangers known={known} path={path} value={value} onChange={onChange} />
			)}
		</>
	);
}
