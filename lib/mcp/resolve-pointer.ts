import { itemsOf, type JsonValue, member } from "./json-value.ts";

/** What a local reference (`#`, `#/$defs/x`) of a document points to. Anchors and other documents are not followed: undefined. */
export function resolvePointer(document: JsonValue, reference: string): JsonValue | undefined {
	if (reference === "#" || reference === "") return document;
	if (!reference.startsWith("#/")) return undefined;
	let value: JsonValue | undefined = document;
	for (const part of reference.slice(2).split("/")) {
		const name = decodePart(part);
		value = value?.kind === "array" ? itemsOf(value)[/^\d+$/.test(name) ? Number(name) : -1] : member(value, name);
		if (value === undefined) return undefined;
	}
	return value;
}

function decodePart(part: string): string {
	const tildes = part.replaceAll("~1", "/").replaceAll("~0", "~");
	try {
		return decodeURIComponent(tildes);
	} catch {
		return tildes;
	}
}

/** A JSON pointer from names and indexes: `/filter/tags/0`. */
export function toPointer(path: readonly (string | number)[]): string {
	return path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
