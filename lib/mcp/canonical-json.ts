import type { JsonValue } from "./json-value.ts";

/** One text for all JSON that means the same: members sorted, of duplicates the last, numbers without a second spelling (1.0, 10e-1). */
export function canonicalJson(value: JsonValue): string {
	switch (value.kind) {
		case "object": {
			const members = [...new Map(value.members)].sort(([one], [other]) => (one < other ? -1 : 1));
			return `{${members.map(([name, inner]) => `${JSON.stringify(name)}:${canonicalJson(inner)}`).join(",")}}`;
		}
		case "array":
			return `[${value.items.map(canonicalJson).join(",")}]`;
		case "string":
			return JSON.stringify(value.value);
		case "number":
			return canonicalDigits(value.digits);
		case "boolean":
			return String(value.value);
		case "null":
			return "null";
	}
}

/** `123e-1` for 12.3, 12.30 and 1.23e1: as text, because a double would take 9007199254740993 for its neighbour. */
function canonicalDigits(digits: string): string {
	const [, sign = "", whole = "", fraction = "", exponent = "0"] = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(digits) ?? [];
	const all = (whole + fraction).replace(/^0+/, "");
	const significant = all.replace(/0+$/, "");
	if (significant === "") return "0";
	return `${sign}${significant}e${Number(exponent) - fraction.length + all.length - significant.length}`;
}
