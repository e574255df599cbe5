import type { Difference } from "./read-differences.ts";

/** Differences by the pointer of the field that shows them. `showMissing`: also fields that nobody filled in yet. */
export function errorsByField(differences: readonly Difference[], showMissing: boolean): ReadonlyMap<string, readonly string[]> {
	const errors = new Map<string, string[]>();
	for (const { pointer, missing, message } of differences) {
		if (missing !== undefined && !showMissing) continue;
		const at = missing === undefined ? pointer : `${pointer}/${missing.replaceAll("~", "~0").replaceAll("/", "~1")}`;
		errors.set(at, [...(errors.get(at) ?? []), missing === undefined ? message : "required and missing"]);
	}
	return errors;
}

/** How many fields do not match, and the first of them: "2 fields do not match: limit expected integer, got string". */
export function sayDifferences(differences: readonly Difference[]): string {
	const places = new Set(differences.map(({ pointer, missing }) => (missing === undefined ? pointer : `${pointer}/${missing}`)));
	const [first] = differences;
	const where =
		first && first.missing === undefined && first.pointer !== ""
			? `${first.pointer.slice(1).replaceAll("/", ".").replaceAll("~1", "/").replaceAll("~0", "~")}: `
			: "";
	return `${places.size} ${places.size === 1 ? "field does" : "fields do"} not match · ${where}${first?.message ?? ""}`;
}
