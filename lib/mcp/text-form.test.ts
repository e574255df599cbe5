import assert from "node:assert/strict";
import { it } from "node:test";
import { initialArguments } from "./initial-arguments.ts";
import { readListPage, toListItems } from "./read-list-page.ts";
import { readPrompt } from "./read-prompt.ts";
import { promptForm, templateForm } from "./text-form.ts";
import { parseUriTemplate } from "./uri-template.ts";

const promptOf = (prompt: unknown) => {
	const page = readListPage(JSON.stringify({ result: { prompts: [prompt] } }), "prompts");
	return readPrompt(toListItems([page.entities ?? []], "prompts")[0] ?? assert.fail());
};
const fieldsOf = ({ shape }: ReturnType<typeof promptForm>) =>
	shape.kind === "object" ? shape.fields.map(({ name, required, node }) => [name, required, node.shape.kind]) : assert.fail();

it("asks for a prompt's arguments, each a text", () => {
	const prompt = promptOf({
		name: "p",
		arguments: [
			{ name: "a", required: true, description: "one" },
			{ name: "b", required: "yes" },
		],
	});
	assert.deepEqual(fieldsOf(promptForm(prompt)), [
		["a", true, "string"],
		["b", false, "string"],
	]);
	assert.deepEqual(initialArguments(promptForm(prompt)), { kind: "object", members: [] });
});

it("says which arguments of a prompt cannot be used", () => {
	assert.deepEqual(promptOf({ name: "p", arguments: [null, { name: "a" }, { name: "a" }] }).faults, ["Argument 0 has no name.", "Argument 2 is another a."]);
	assert.deepEqual(promptOf({ name: "p", arguments: { a: 1 } }).faults, ["The arguments of this prompt are not a list."]);
	assert.deepEqual(promptOf({ name: "p" }).faults, []);
});

it("asks for a template's variables: what stands in the path must be there, a query may stay away", () => {
	const template = parseUriTemplate("x://{a}/{+b}{/c*}{?d,e*}");
	assert.deepEqual(template.parts && fieldsOf(templateForm(template)), [
		["a", true, "string"],
		["b", true, "string"],
		["c", true, "variants"],
		["d", false, "string"],
		["e", false, "variants"],
	]);
});
