import { canonicalJson } from "./canonical-json.ts";
import { compareWords, type ItemChange } from "./compare-item.ts";
import { isTrue, itemsOf, type JsonValue, member, textOf } from "./json-value.ts";
import { toPointer } from "./resolve-pointer.ts";
import { sayName } from "./schema-path.ts";

type Argument = { readonly value: JsonValue; readonly at: number; readonly required: boolean };

/** What changed in a prompt: its arguments and its words. */
export function comparePrompts(before: JsonValue, after: JsonValue): readonly ItemChange[] {
	const [was, is] = [argumentsOf(before), argumentsOf(after)];
	const changes: ItemChange[] = [];
	const add = (severity: ItemChange["severity"], at: number, text: string) =>
		changes.push({ severity, part: "argument", path: toPointer(["arguments", at]), text });
	for (const [name, one] of was) {
		const other = is.get(name);
		const said = sayName(name);
		if (!other) add("warning", one.at, `${said} is gone`);
		else if (one.required !== other.required) add(other.required ? "breaking" : "info", other.at, `${said} is ${other.required ? "required" : "optional"} now`);
		if (other && words(one) !== words(other)) add("info", other.at, `what is said of ${said} changed`);
	}
	for (const [name, { at, required }] of is)
		if (!was.has(name)) add(required ? "breaking" : "info", at, `${sayName(name)} is new and ${required ? "required" : "optional"}`);
	return [...changes, ...compareWords(before, after, ["name", "arguments"])];
}

function argumentsOf(prompt: JsonValue): ReadonlyMap<string, Argument> {
	const found = new Map<string, Argument>();
	itemsOf(member(prompt, "arguments")).forEach((value, at) => {
		const name = textOf(member(value, "name"));
		if (name !== undefined && !found.has(name)) found.set(name, { value, at, required: isTrue(member(value, "required")) });
	});
	return found;
}

const words = ({ value }: Argument): string =>
	value.kind === "object" ? canonicalJson({ kind: "object", members: value.members.filter(([name]) => name !== "required") }) : "";
