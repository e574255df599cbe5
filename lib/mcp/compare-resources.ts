import { changedMembers, compareWords, type ItemChange, sayChange } from "./compare-item.ts";
import { type JsonValue, member } from "./json-value.ts";

/** What changed in a resource or a template. Its size and the time of its last change tell of the content, not of the interface. */
export function compareResources(before: JsonValue, after: JsonValue): readonly ItemChange[] {
	const [was, is] = [member(before, "mimeType"), member(after, "mimeType")];
	const annotations = changedMembers(member(before, "annotations"), member(after, "annotations")).filter((name) => name !== "lastModified");
	const words = compareWords(before, after, ["uri", "uriTemplate", "mimeType", "size", "annotations"]);
	return [
		...(changedMembers(before, after).includes("mimeType")
			? [{ severity: "warning", part: "itself", path: "/mimeType", text: `the type ${sayChange(was, is)}` } as const]
			: []),
		...(annotations.length > 0 ? [{ severity: "info", part: "annotations", path: "/annotations", text: "the annotations changed" } as const] : []),
		...words,
	];
}
