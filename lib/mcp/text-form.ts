import type { FormField, FormNode, FormShape } from "./form-node.ts";
import type { Prompt } from "./read-prompt.ts";
import { templateVariables, type UriTemplate } from "./uri-template.ts";

const node = (shape: FormShape, summary: string, title?: string, description?: string): FormNode => ({
	summary,
	title,
	description: description || undefined,
	default: undefined,
	nullable: false,
	shape,
});

const text = node({ kind: "string", format: undefined, multiline: false }, "string");
const list = node({ kind: "array", prefix: [], items: text, maxItems: undefined }, "string[]");
const pairs = node({ kind: "object", fields: [], additional: text }, "names and values");

const root = (fields: readonly FormField[]): FormNode => node({ kind: "object", fields, additional: undefined }, "object");

/** The form of a prompt's arguments, all of them texts (2025-11-25, prompts). */
export const promptForm = (prompt: Prompt): FormNode =>
	root(prompt.arguments.map(({ name, title, description, required }) => ({ name, required, node: { ...text, title, description: description || undefined } })));

/** Where a variable can stay away without changing what the URI is of. */
const optional: ReadonlySet<string> = new Set(["?", "&", "#", ";"]);

/** The form of a template's variables: texts, and where the template explodes one a list or names and values. */
export const templateForm = (template: UriTemplate): FormNode =>
	root(
		templateVariables(template).map(({ name, operator, explode, prefix }) => ({
			name,
			required: !optional.has(operator),
			node: explode ? variants(operator) : prefix === undefined ? text : { ...text, summary: `string, first ${prefix} characters` },
		})),
	);

function variants(operator: string): FormNode {
	const shapes = [
		{ label: "List", node: list },
		{ label: "Names and values", node: pairs },
	];
	// in a query an exploded variable stands for several parameters more often than for one that repeats
	return node({ kind: "variants", variants: optional.has(operator) ? shapes.toReversed() : shapes }, "list or pairs");
}
