import type { FormField, FormNode } from "@/lib/mcp/form-node.ts";

/** Pixels of one of the twelve columns in the narrowest detail pane that has them. */
const COLUMN = 54;
const CHAR = 6.6;

/** Up to three short options stand side by side; more go into a select. */
export function isSegmented(node: FormNode): boolean {
	if (node.shape.kind !== "enum") return false;
	const labels = node.shape.options.map(({ label }) => label);
	return labels.length <= 3 && labels.every((label) => label.length <= 12) && !node.nullable;
}

export const isTokenList = (node: FormNode): boolean =>
	node.shape.kind === "array" && node.shape.prefix.length === 0 && node.shape.items?.shape.kind === "string";

function leastSpan(node: FormNode): number {
	const { shape } = node;
	if (shape.kind === "string") return shape.multiline ? 5 : 4;
	if (shape.kind === "number") return 3;
	if (shape.kind === "boolean" || shape.kind === "null" || shape.kind === "const") return 2;
	if (shape.kind === "enum")
		return isSegmented(node) ? Math.ceil((shape.options.reduce((sum, { label }) => sum + label.length, 0) * CHAR + shape.options.length * 14) / COLUMN) : 3;
	return isTokenList(node) ? 5 : 12;
}

/**
 * How many of twelve columns each field takes, in order: enough for its label and its control; what is left of a row goes to the field in it
 * that can use the room.
 */
export function layoutFields(fields: readonly FormField[]): readonly number[] {
	const spans = fields.map(({ name, node, required }) => {
		const label = (name.length + node.summary.length + (required ? 2 : node.default === undefined ? 13 : 3)) * CHAR;
		return Math.min(12, Math.max(leastSpan(node), Math.min(6, Math.ceil(label / COLUMN))));
	});
	let row: number[] = [];
	let used = 0;
	const close = (): void => {
		const roomy = row.filter((at) => fields[at] && canStretch(fields[at].node));
		const widest = roomy[0];
		if (widest !== undefined) spans[widest] = (spans[widest] ?? 0) + 12 - used;
		row = [];
		used = 0;
	};
	spans.forEach((span, at) => {
		if (used + span > 12) close();
		row.push(at);
		used += span;
	});
	close();
	return spans;
}

const canStretch = (node: FormNode): boolean => node.shape.kind === "string" || isTokenList(node);
