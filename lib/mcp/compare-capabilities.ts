import { canonicalJson } from "./canonical-json.ts";
import type { Severity } from "./change.ts";
import { type JsonValue, membersOf } from "./json-value.ts";
import { sayValue } from "./say-values.ts";

export type CapabilityChange = { readonly severity: Severity; readonly path: readonly string[]; readonly text: string };

const DEPTH_LIMIT = 8;

/** Compares what two servers declare that they can do. What is false is as good as not declared. */
export function compareCapabilities(before: JsonValue, after: JsonValue): readonly CapabilityChange[] {
	return compareMembers(before, after, []);
}

function compareMembers(before: JsonValue, after: JsonValue, above: readonly string[]): readonly CapabilityChange[] {
	const [was, is] = [declared(before), declared(after)];
	return [...new Set([...was.keys(), ...is.keys()])].flatMap((name): readonly CapabilityChange[] => {
		const [one, other] = [was.get(name), is.get(name)];
		const path = [...above, name];
		const said = path.map((part) => (part.length > 60 ? `${part.slice(0, 59)}…` : part)).join(".");
		if (!one) return [{ severity: "info", path, text: `the capability ${said} is new` }];
		// without the notification a client still has the list; it must ask again to see it change
		if (!other) return [{ severity: name === "listChanged" ? "warning" : "breaking", path, text: `the capability ${said} is gone` }];
		if (one.kind === "object" && other.kind === "object" && path.length < DEPTH_LIMIT) return compareMembers(one, other, path);
		if (canonicalJson(one) === canonicalJson(other)) return [];
		const isShort = one.kind !== "object" && other.kind !== "object";
		return [
			{ severity: "info", path, text: isShort ? `the capability ${said} is ${sayValue(other)}, was ${sayValue(one)}` : `the capability ${said} changed` },
		];
	});
}

const declared = (value: JsonValue): ReadonlyMap<string, JsonValue> =>
	new Map(membersOf(value).filter(([, each]) => !(each.kind === "null" || (each.kind === "boolean" && !each.value))));
