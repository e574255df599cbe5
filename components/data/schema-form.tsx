"use client";
import { useEffect, useMemo, useState } from "react";
import type { FormNode } from "@/lib/mcp/form-node.ts";
import type { JsonValue } from "@/lib/mcp/json-value.ts";
import { SchemaFormContext } from "./schema-context.ts";
import { SchemaControl } from "./schema-control.tsx";
import { SchemaNotSent } from "./schema-not-sent.tsx";
import { SchemaObject } from "./schema-object.tsx";
import type { Suggest } from "./suggest.ts";

export type SchemaFormProps = {
	/** prefix of element ids, unique on the page */
	id: string;
	/** an object, or variants of objects */
	root: FormNode;
	value: JsonValue;
	/** what is wrong, by JSON pointer */
	errors: ReadonlyMap<string, readonly string[]>;
	/** completes texts; the same function as long as it would answer the same */
	suggest?: Suggest | undefined;
	onChange: (value: JsonValue) => void;
};

/** A form for one JSON object. It holds no value of its own: what it shows is `value`, and what it does not show is not sent. */
export function SchemaForm({ id, root, value, errors, suggest, onChange }: SchemaFormProps) {
	const [added, setAddedSet] = useState<ReadonlySet<string>>(new Set());
	const [focusId, setFocusId] = useState<string>();
	useEffect(() => {
		if (focusId === undefined) return;
		document.getElementById(focusId)?.focus();
		setFocusId(undefined);
	}, [focusId]);
	const state = useMemo(
		() => ({
			formId: id,
			errors,
			added,
			suggest,
			setAdded: (pointer: string, isAdded: boolean) => {
				setAddedSet((known) => new Set(isAdded ? [...known, pointer] : [...known].filter((each) => each !== pointer)));
				setFocusId(isAdded ? `${id}${pointer}` : `${id}${pointer}-add`);
			},
		}),
		[id, errors, added, suggest],
	);
	const change = (next: JsonValue | undefined) => onChange(next ?? { kind: "object", members: [] });
	return (
		<SchemaFormContext value={state}>
			<div className="grid grid-cols-12 content-start gap-x-3 gap-y-2 @max-[520px]:grid-cols-1">
				{root.shape.kind === "object" ? (
					<>
						<SchemaObject shape={root.shape} path={[]} value={value} onChange={change} />
						<SchemaNotSent shape={root.shape} path={[]} value={value} onChange={change} />
					</>
				) : (
					<div className="col-span-full">
						<SchemaControl node={root} path={[]} name="arguments" value={value} onChange={change} />
					</div>
				)}
			</div>
		</SchemaFormContext>
	);
}
