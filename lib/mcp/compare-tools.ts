import { changedMembers, compareWords, type ItemChange } from "./compare-item.ts";
import { compareSchemas } from "./compare-schema.ts";
import { type JsonObject, type JsonValue, jsonString, member } from "./json-value.ts";
import { toPointer } from "./resolve-pointer.ts";
import { sayName } from "./schema-path.ts";
import type { SchemaRole } from "./schema-rules.ts";

/** What changed in a tool: what it takes, what it gives, what it says that it does to the world, and its words. */
export function compareTools(before: JsonValue, after: JsonValue): readonly ItemChange[] {
	return [
		...compareRole("input", member(before, "inputSchema") ?? anyObject, member(after, "inputSchema") ?? anyObject),
		...compareOutputs(member(before, "outputSchema"), member(after, "outputSchema")),
		...compareAnnotations(member(before, "annotations"), member(after, "annotations")),
		...compareWords(before, after, ["name", "inputSchema", "outputSchema", "annotations"]),
	];
}

/** A tool without an input schema takes some object. */
const anyObject: JsonObject = { kind: "object", members: [["type", jsonString("object")]] };

const compareRole = (role: SchemaRole, before: JsonValue, after: JsonValue): readonly ItemChange[] =>
	compareSchemas(before, after, role).map(({ severity, path, text }) => ({ severity, part: role, path: `/${role}Schema${toPointer(path)}`, text }));

function compareOutputs(before: JsonValue | undefined, after: JsonValue | undefined): readonly ItemChange[] {
	if (before && after) return compareRole("output", before, after);
	const change = { part: "output", path: "/outputSchema" } as const;
	if (before) return [{ ...change, severity: "warning", text: "the output schema is gone; nothing says what the output looks like" }];
	return after ? [{ ...change, severity: "info", text: "the output schema is new" }] : [];
}

type Hint = boolean | undefined;

/** When a hint tells of more danger than before. A destructiveHint that is not given means true, and to give it is news all the same. */
const worsens: Readonly<Record<string, (was: Hint, is: Hint) => boolean>> = {
	readOnlyHint: (was, is) => was === true && is !== true,
	destructiveHint: (was, is) => (was !== true && is === true) || (was === false && is === undefined),
};

function compareAnnotations(before: JsonValue | undefined, after: JsonValue | undefined): readonly ItemChange[] {
	return changedMembers(before, after).map((name): ItemChange => {
		const [was, is] = [hintOf(before, name), hintOf(after, name)];
		const isHint = was !== undefined || is !== undefined;
		const bad = Object.hasOwn(worsens, name) && worsens[name]?.(was, is);
		const text = isHint ? `${sayName(name)} is ${is ?? "not given"} now, was ${was ?? "not given"}` : `the annotation ${sayName(name)} changed`;
		return { severity: bad ? "warning" : "info", part: "annotations", path: toPointer(["annotations", name]), text };
	});
}

function hintOf(annotations: JsonValue | undefined, name: string): Hint {
	const value = member(annotations, name);
	return value?.kind === "boolean" ? value.value : undefined;
}
