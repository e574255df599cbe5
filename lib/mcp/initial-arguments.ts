import type { FormNode, ObjectShape } from "./form-node.ts";
import { emptyArray, type JsonObject, type JsonValue, jsonBoolean, jsonNull, jsonNumber, jsonString } from "./json-value.ts";

/**
 * What an untouched form sends: required fields that have a natural value (an object, an empty list, false, a constant), and defaults.
 * An optional field whose default is null stays away: to send null would say more than the schema does.
 */
export function initialObject(shape: ObjectShape): JsonObject {
	const members = shape.fields.flatMap(({ name, required, node }): [string, JsonValue][] => {
		const value = required ? untouchedValue(node) : node.default?.kind === "null" ? undefined : node.default;
		return value === undefined ? [] : [[name, value]];
	});
	return { kind: "object", members };
}

/** A required field that nobody touched; undefined where only a person can say (a text, a number, one of several). */
function untouchedValue(node: FormNode): JsonValue | undefined {
	if (node.default !== undefined) return node.default;
	return node.shape.kind === "string" ? undefined : blankValue(node);
}

/** What a field starts with when it is added; undefined while it has to be typed or chosen first. */
export function addedValue(node: FormNode): JsonValue | undefined {
	return node.default !== undefined && node.default.kind !== "null" ? node.default : blankValue(node);
}

/** What a new item of a list starts with: unlike a member, an item cannot stay away. */
export function itemValue(node: FormNode): JsonValue {
	const { shape } = node;
	if (shape.kind === "enum") return node.default ?? shape.options[0]?.value ?? jsonNull;
	return addedValue(node) ?? (shape.kind === "number" ? jsonNumber("0") : jsonNull);
}

/** What an item holds whose control was emptied: a number without digits is an empty text until something is typed. */
export const emptiedItem = (node: FormNode): JsonValue => (node.shape.kind === "number" ? jsonString("") : jsonNull);

function blankValue({ shape }: FormNode): JsonValue | undefined {
	switch (shape.kind) {
		case "string":
			// an empty text is no date and no address
			return shape.format === undefined ? jsonString("") : undefined;
		case "boolean":
			return jsonBoolean(false);
		case "null":
			return jsonNull;
		case "const":
			return shape.value;
		case "object":
			return initialObject(shape);
		case "array":
			return emptyArray;
		case "variants": {
			const first = shape.variants[0]?.node;
			return first && untouchedValue(first);
		}
		case "number":
		case "enum":
		case "any":
			return undefined;
	}
}

/** The arguments of a tool's untouched form; `{}` where there is no form. */
export function initialArguments(root: FormNode | undefined): JsonObject {
	const shape = root?.shape.kind === "variants" ? root.shape.variants[0]?.node.shape : root?.shape;
	return shape?.kind === "object" ? initialObject(shape) : { kind: "object", members: [] };
}
