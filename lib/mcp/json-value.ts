/**
 * JSON as it was written: numbers keep their digits, objects their order and their duplicate keys. Members are pairs, never properties of a
 * JavaScript object, so `__proto__` and `constructor` are names like any other.
 */
export type JsonValue =
	| { readonly kind: "object"; readonly members: readonly JsonMember[] }
	| { readonly kind: "array"; readonly items: readonly JsonValue[] }
	| { readonly kind: "string"; readonly value: string }
	| { readonly kind: "number"; readonly digits: string }
	| { readonly kind: "boolean"; readonly value: boolean }
	| { readonly kind: "null" };

export type JsonMember = readonly [name: string, value: JsonValue];
export type JsonObject = Extract<JsonValue, { kind: "object" }>;

export const jsonNull: JsonValue = { kind: "null" };
export const emptyObject: JsonObject = { kind: "object", members: [] };
export const emptyArray: JsonValue = { kind: "array", items: [] };
export const jsonString = (value: string): JsonValue => ({ kind: "string", value });
export const jsonBoolean = (value: boolean): JsonValue => ({ kind: "boolean", value });
export const jsonNumber = (digits: string): JsonValue => ({ kind: "number", digits });

/** The member of that name; of duplicates the last one, as every JSON parser has it. */
export function member(value: JsonValue | undefined, name: string): JsonValue | undefined {
	if (value?.kind !== "object") return undefined;
	for (let at = value.members.length - 1; at >= 0; at--) if (value.members[at]?.[0] === name) return value.members[at]?.[1];
	return undefined;
}

/** The same object with `name` set where it stood, or at the end; `undefined` removes it. */
export function withMember(object: JsonValue | undefined, name: string, value: JsonValue | undefined): JsonObject {
	const members = object?.kind === "object" ? object.members : [];
	if (value === undefined) return { kind: "object", members: members.filter(([other]) => other !== name) };
	const place = members.findIndex(([other]) => other === name);
	if (place < 0) return { kind: "object", members: [...members, [name, value]] };
	return { kind: "object", members: members.flatMap((pair, at): JsonMember[] => (at === place ? [[name, value]] : pair[0] === name ? [] : [pair])) };
}

export const textOf = (value: JsonValue | undefined): string | undefined => (value?.kind === "string" ? value.value : undefined);
export const isTrue = (value: JsonValue | undefined): boolean => value?.kind === "boolean" && value.value;
export const itemsOf = (value: JsonValue | undefined): readonly JsonValue[] => (value?.kind === "array" ? value.items : []);
export const membersOf = (value: JsonValue | undefined): readonly JsonMember[] => (value?.kind === "object" ? value.members : []);
/** A finite double, for limits and sizes; the digits themselves stay in the value. */
export function numberOf(value: JsonValue | undefined): number | undefined {
	const read = value?.kind === "number" ? Number(value.digits) : Number.NaN;
	return Number.isFinite(read) ? read : undefined;
}

/** Whether two values say the same: order of members and spelling of strings do not matter, digits do. */
export function sameJson(one: JsonValue | undefined, other: JsonValue | undefined): boolean {
	if (one === other) return true;
	if (!one || !other || one.kind !== other.kind) return false;
	if (one.kind === "object") {
		const there = membersOf(other);
		return one.members.length === there.length && one.members.every(([name, value]) => sameJson(value, member(other, name)));
	}
	if (one.kind === "array") {
		const there = itemsOf(other);
		return one.items.length === there.length && one.items.every((item, at) => sameJson(item, there[at]));
	}
	if (one.kind === "number") return one.digits === (other as { digits: string }).digits;
	if (one.kind === "null") return true;
	return one.value === (other as { value: unknown }).value;
}
