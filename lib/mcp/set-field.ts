import type { ObjectShape } from "./form-node.ts";
import { type JsonObject, type JsonValue, membersOf, withMember } from "./json-value.ts";

/** The object with a field set; a new one goes where the schema has it, so that what is sent reads like the schema. */
export function setField(shape: ObjectShape, object: JsonValue | undefined, name: string, value: JsonValue | undefined): JsonObject {
	const members = membersOf(object);
	if (value === undefined || members.some(([known]) => known === name)) return withMember(object, name, value);
	const order = new Map(shape.fields.map((field, at) => [field.name, at]));
	const own = order.get(name) ?? Number.POSITIVE_INFINITY;
	const place = members.findIndex(([known]) => (order.get(known) ?? Number.POSITIVE_INFINITY) > own);
	return { kind: "object", members: place < 0 ? [...members, [name, value]] : members.toSpliced(place, 0, [name, value]) };
}
