import type { JsonValue } from "./json-value.ts";

/** What a form draws for one value. Made by `expandSchema`: finite, without references, small enough to render. */
export type FormNode = {
	/** its type and limits in a few words: "string, 1–200" */
	readonly summary: string;
	readonly title: string | undefined;
	readonly description: string | undefined;
	readonly default: JsonValue | undefined;
	/** null is a value too */
	readonly nullable: boolean;
	readonly shape: FormShape;
};

export type FormField = { readonly name: string; readonly required: boolean; readonly node: FormNode };
export type FormOption = { readonly label: string; readonly value: JsonValue };
export type FormVariant = { readonly label: string; readonly node: FormNode };

export type FormShape =
	| { readonly kind: "string"; readonly format: string | undefined; readonly multiline: boolean }
	| { readonly kind: "number"; readonly integer: boolean }
	| { readonly kind: "boolean" }
	| { readonly kind: "null" }
	| { readonly kind: "const"; readonly value: JsonValue }
	| { readonly kind: "enum"; readonly options: readonly FormOption[] }
	| { readonly kind: "object"; readonly fields: readonly FormField[]; readonly additional: FormNode | undefined }
	| { readonly kind: "array"; readonly prefix: readonly FormNode[]; readonly items: FormNode | undefined; readonly maxItems: number | undefined }
	| { readonly kind: "variants"; readonly variants: readonly FormVariant[] }
	/** typed as JSON; `reason` says why there is nothing better */
	| { readonly kind: "any"; readonly reason: string | undefined };

export type ObjectShape = Extract<FormShape, { kind: "object" }>;
