import { createContext, useContext } from "react";
import { toPointer } from "@/lib/mcp/resolve-pointer.ts";
import type { Suggest } from "./suggest.ts";

export type SchemaPath = readonly (string | number)[];

export type SchemaFormState = {
	/** makes element ids of this form */
	readonly formId: string;
	/** what is wrong, by pointer */
	readonly errors: ReadonlyMap<string, readonly string[]>;
	/** optional fields that were added and have no value yet, by pointer */
	readonly added: ReadonlySet<string>;
	/** shows an optional field, or hides it again, and moves the focus there */
	readonly setAdded: (pointer: string, isAdded: boolean) => void;
	/** what the texts of the form's own members could be; undefined where nobody knows */
	readonly suggest: Suggest | undefined;
};

export const SchemaFormContext = createContext<SchemaFormState>({
	formId: "",
	errors: new Map(),
	added: new Set(),
	setAdded: () => undefined,
	suggest: undefined,
});

/** The element ids of the field at a path, and what is wrong with it. */
export function useSchemaField(path: SchemaPath) {
	const { formId, errors } = useContext(SchemaFormContext);
	const pointer = toPointer(path);
	const id = `${formId}${pointer}`;
	const said = errors.get(pointer) ?? none;
	return { id, labelId: `${id}-label`, errorId: `${id}-error`, errors: said, describedBy: said.length > 0 ? `${id}-error` : undefined };
}

const none: readonly string[] = [];
