"use client";
import { Plus } from "lucide-react";
import { useContext } from "react";
import type { FormNode, ObjectShape } from "@/lib/mcp/form-node.ts";
import { addedValue } from "@/lib/mcp/initial-arguments.ts";
import { type JsonValue, member } from "@/lib/mcp/json-value.ts";
import { toPointer } from "@/lib/mcp/resolve-pointer.ts";
import { setField } from "@/lib/mcp/set-field.ts";
import { Icon } from "../ui/icon.tsx";
import { SchemaFormContext, type SchemaPath } from "./schema-context.ts";
import type { SchemaObjectProps } from "./schema-object.tsx";

type Absent = { path: SchemaPath; node: FormNode; add: () => void };

/** The optional fields that are not sent, of an object and of the groups in it; each is a button that adds it. */
export function SchemaNotSent({ shape, path, value, onChange }: SchemaObjectProps) {
	const { formId, added, setAdded } = useContext(SchemaFormContext);
	const absent = collect(shape, path, value, added, onChange);
	if (absent.length === 0) return null;
	return (
		<div className="col-span-full flex min-h-5.5 flex-wrap items-center gap-1.5 text-11 text-text-3">
			<span>Not sent</span>
			{absent.map((field) => {
				const pointer = toPointer(field.path);
				const name = field.path.slice(path.length).join(".");
				return (
					<button
						key={pointer}
						id={`${formId}${pointer}-add`}
						type="button"
						aria-label={`Add ${name}`}
						title={[field.node.summary, field.node.description].filter(Boolean).join(" · ")}
						onClick={() => {
							field.add();
							setAdded(pointer, true);
						}}
						className="quick inline-flex h-5 max-w-full items-center gap-1 rounded-xs border border-dashed border-line-2 px-1.5 font-mono text-text-2 hover:border-line-control hover:text-text-1"
					>
						<Icon of={Plus} size="sm" />
						<span className="cut">{name}</span>
					</button>
				);
			})}
			{path.length === 0 && <span className="cut">optional fields stay out of the request until added</span>}
		</div>
	);
}

function collect(
	shape: ObjectShape,
	path: SchemaPath,
	value: JsonValue | undefined,
	added: ReadonlySet<string>,
	onChange: (value: JsonValue) => void,
): Absent[] {
	return shape.fields.flatMap(({ name, required, node }): Absent[] => {
		const inner = member(value, name);
		const here = [...path, name];
		const change = (next: JsonValue | undefined) => onChange(setField(shape, value, name, next));
		if (inner === undefined && !required && !added.has(toPointer(here))) return [{ path: here, node, add: () => change(addedValue(node)) }];
		return node.shape.kind === "object" && inner?.kind === "object" ? collect(node.shape, here, inner, added, change) : [];
	});
}
