import { isTrue, itemsOf, member, textOf } from "./json-value.ts";
import { type Icons, readIcons } from "./read-icons.ts";
import type { ListItem } from "./read-list-page.ts";

export type PromptArgument = { readonly name: string; readonly title: string | undefined; readonly description: string; readonly required: boolean };

/** A prompt as the page shows it. */
export type Prompt = {
	readonly item: ListItem;
	readonly name: string;
	readonly title: string | undefined;
	readonly description: string;
	readonly icons: Icons;
	readonly arguments: readonly PromptArgument[];
	/** what of its arguments cannot be used, in words */
	readonly faults: readonly string[];
};

/** Reads a prompt from its item of the list. Fields of a wrong type are as good as absent. */
export function readPrompt(item: ListItem): Prompt {
	const { value } = item;
	const declared = member(value, "arguments");
	const faults: string[] = [];
	if (declared && declared.kind !== "array" && declared.kind !== "null") faults.push("The arguments of this prompt are not a list.");
	const found = new Map<string, PromptArgument>();
	itemsOf(declared).forEach((argument, at) => {
		const name = textOf(member(argument, "name"));
		if (name === undefined) faults.push(`Argument ${at} has no name.`);
		else if (found.has(name)) faults.push(`Argument ${at} is another ${name}.`);
		else {
			const [title, description] = [textOf(member(argument, "title")), textOf(member(argument, "description")) ?? ""];
			found.set(name, { name, title, description, required: isTrue(member(argument, "required")) });
		}
	});
	return {
		item,
		name: item.name,
		title: textOf(member(value, "title")),
		description: textOf(member(value, "description")) ?? "",
		icons: readIcons(value),
		arguments: [...found.values()],
		faults,
	};
}
