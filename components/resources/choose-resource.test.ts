import assert from "node:assert/strict";
import { it } from "node:test";
import { chooseResource, unlistedResource } from "./choose-resource.ts";

const listed = (uri: string, name: string) => ({ ...unlistedResource(uri), name, item: { ...unlistedResource(uri).item, name } });
const resources = [listed("a://1", "one"), listed("a://2", "two")];
const templates = [listed("a://{id}", "any"), listed("b://{id}", "two")];
const choose = (key: string | undefined) => {
	const choice = chooseResource(key, resources, templates);
	if (choice?.kind === "resource") return `resource ${choice.resource.item.id}`;
	return choice?.kind === "template" ? `template ${choice.template.item.id}` : choice && `unlisted ${choice.uri}`;
};

it("takes a URI or template of the lists before a name, and a name before any URI", () => {
	assert.deepEqual(["a://2", "a://{id}", "two", "any", "a://9", "nobody", undefined].map(choose), [
		"resource a://2",
		"template a://{id}",
		"resource a://2",
		"template a://{id}",
		"unlisted a://9",
		undefined,
		undefined,
	]);
});
