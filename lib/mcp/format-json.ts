import type { JsonValue } from "./json-value.ts";

/** JSON text on one line: what crosses the wire. */
export function compactJson(value: JsonValue): string {
	switch (value.kind) {
		case "object":
			return `{${value.members.map(([name, inner]) => `${JSON.stringify(name)}:${compactJson(inner)}`).join(",")}}`;
		case "array":
			return `[${value.items.map(compactJson).join(",")}]`;
		case "string":
			return JSON.stringify(value.value);
		case "number":
			return value.digits;
		case "boolean":
			return String(value.value);
		case "null":
			return "null";
	}
}

/** JSON text with two spaces a level, for reading and editing. */
export function prettyJson(value: JsonValue, indent = ""): string {
	const inner = `${indent}  `;
	if (value.kind === "object" && value.members.length > 0)
		return `{\n${value.members.map(([name, item]) => `${inner}${JSON.stringify(name)}: ${prettyJson(item, inner)}`).join(",\n")}\n${indent}}`;
	if (value.kind === "array" && value.items.length > 0) return `[\n${value.items.map((item) => inner + prettyJson(item, inner)).join(",\n")}\n${indent}]`;
	return compactJson(value);
}
