import type { JsonValue } from "./json-value.ts";
import { sayValues } from "./say-values.ts";
import type { Alternative } from "./schema-alternatives.ts";
import type { SchemaRole, SchemaRule } from "./schema-rules.ts";

export type ValueChange = { readonly rule: SchemaRule; readonly says: string };

/** Compares the values of two enumerations, or an enumeration with what is open. */
export function compareValues({ values: before }: Alternative, { values: after }: Alternative, role: SchemaRole): readonly ValueChange[] {
	const isInput = role === "input";
	if (!before) return after ? [{ rule: "value gone", says: `${isInput ? "accepts only" : "is always one of"} ${listed(after, "or")} now` }] : [];
	if (!after) return [{ rule: "value new", says: `is no longer one of ${listed(before, "or")} only` }];
	const gone = new Map([...before].filter(([text]) => !after.has(text)));
	const gained = new Map([...after].filter(([text]) => !before.has(text)));
	const changes: ValueChange[] = [];
	if (gone.size > 0) changes.push({ rule: "value gone", says: isInput ? `no longer accepts ${listed(gone, "or")}` : `is never ${listed(gone, "or")} now` });
	if (gained.size > 0) changes.push({ rule: "value new", says: `has ${gained.size === 1 ? "a new value" : "new values"} ${listed(gained, "and")}` });
	return changes;
}

const listed = (values: ReadonlyMap<string, JsonValue>, last: string): string => sayValues([...values.values()], last);
