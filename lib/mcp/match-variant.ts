import type { FormNode, FormVariant } from "./form-node.ts";
import { type JsonValue, member, membersOf, sameJson } from "./json-value.ts";

/** How well a value fits a node: 0 not at all. Shallow on purpose; it chooses what to draw, and judges nothing. */
function fit(node: FormNode, value: JsonValue): number {
	const { shape } = node;
	if (node.nullable && value.kind === "null") return 2;
	if (shape.kind === "any") return 1;
	if (shape.kind === "const") return sameJson(shape.value, value) ? 4 : 0;
	if (shape.kind === "enum") return shape.options.some((option) => sameJson(option.value, value)) ? 4 : 0;
	if (shape.kind === "variants") return Math.max(0, ...shape.variants.map((variant) => fit(variant.node, value)));
	if (shape.kind !== value.kind) return 0;
	if (shape.kind === "number" && shape.integer) return value.kind === "number" && /^-?\d+$/.test(value.digits) ? 3 : 0;
	if (shape.kind !== "object") return 2;
	let points = 2;
	for (const field of shape.fields) {
		const inner = member(value, field.name);
		if (inner === undefined) points -= field.required ? 0.5 : 0;
		else points += field.node.shape.kind === "const" ? (sameJson(field.node.shape.value, inner) ? 10 : -10) : 1;
	}
	const known = new Set(shape.fields.map(({ name }) => name));
	for (const [name] of membersOf(value)) if (!known.has(name) && !shape.additional) points -= 1;
	return Math.max(0.1, points);
}

/** Index of the variant that a value is most like; the first one when it is like none. */
export function matchVariant(variants: readonly FormVariant[], value: JsonValue | undefined): number {
	if (value === undefined) return 0;
	const fits = variants.map(({ node }) => fit(node, value));
	return Math.max(0, fits.indexOf(Math.max(...fits)));
}
