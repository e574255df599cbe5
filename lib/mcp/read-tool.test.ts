import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readListPage, toListItems } from "./read-list-page.ts";
import { readTool } from "./read-tool.ts";
import { searchItems } from "./search-items.ts";

const pageOf = (...tools: unknown[]) => readListPage(JSON.stringify({ jsonrpc: "2.0", id: 1, result: { tools } }), "tools");
const itemsOf = (...tools: unknown[]) => toListItems([pageOf(...tools).entities ?? []], "tools");

describe("toListItems", () => {
	it("keeps the good ones and says what is wrong with the others", () => {
		const items = itemsOf({ name: "a" }, null, 5, { title: "nameless" }, { name: "a" });
		assert.deepEqual(
			items.map(({ name, fault, duplicate }) => [name, fault, duplicate]),
			[
				["a", undefined, false],
				["(item 1)", "Item 1 of the list is null, not an object.", false],
				["(item 2)", "Item 2 of the list is a number, not an object.", false],
				["(item 3)", "Item 3 of the list has no name.", false],
				["a", undefined, true],
			],
		);
	});
	it("knows resources by their uri, with or without a name", () => {
		const page = readListPage(
			JSON.stringify({ result: { resources: [{ uri: "a:1" }, { name: "x" }, { uri: "a:2", name: "x" }, { uri: "a:1", name: "y" }] } }),
			"resources",
		);
		assert.deepEqual(
			toListItems([page.entities ?? []], "resources").map(({ id, name, fault, duplicate }) => [id, name, fault, duplicate]),
			[
				["a:1", "a:1", undefined, false],
				["", "(item 1)", "Item 1 of the list has no uri.", false],
				["a:2", "x", undefined, false],
				["a:1", "y", undefined, true],
			],
		);
	});
	it("numbers over all pages", () => {
		const [one, two] = [pageOf({ name: "a" }).entities ?? [], pageOf({ name: "b" }).entities ?? []];
		assert.deepEqual(
			toListItems([one, two], "tools").map(({ index }) => index),
			[0, 1],
		);
	});
	it("says why a page has no list", () => {
		assert.match(readListPage("{", "tools").fault ?? "", /not JSON/);
		assert.match(readListPage('{"result":{"tools":{}}}', "tools").fault ?? "", /no list at result\.tools/);
	});
});

describe("readTool", () => {
	const read = (tool: unknown) => readTool(itemsOf(tool)[0] ?? assert.fail());
	it("takes the title from the tool before its annotations", () => {
		assert.equal(read({ name: "a", annotations: { title: "Old" } }).title, "Old");
		assert.equal(read({ name: "a", title: "New", annotations: { title: "Old" } }).title, "New");
	});
	it("does not call a read-only tool destructive", () => {
		assert.deepEqual(
			read({ name: "a", annotations: { readOnlyHint: true, destructiveHint: true, idempotentHint: "yes" } }).badges.map(({ id }) => id),
			["read-only"],
		);
	});
	it("shows only icons that are in the answer", () => {
		const tool = read({
			name: "a",
			icons: [{ src: "https://example.com/i.png" }, { src: "javascript:alert(1)" }, { src: "data:text/html,x" }, { src: "data:image/png;base64,AA==" }],
		});
		assert.equal(tool.icons.inline, "data:image/png;base64,AA==");
		assert.equal(tool.icons.remote.length, 3);
	});
});

describe("searchItems", () => {
	const many = itemsOf(...Array.from({ length: 10_000 }, (_, at) => ({ name: `tool_${at}`, description: `Does the thing number ${at}` }))).map(readTool);
	it("finds all words anywhere, names first", () => {
		const tools = itemsOf({ name: "list", description: "adds nothing" }, { name: "add_two", description: "numbers" }, { name: "x", title: "Add" }).map(
			readTool,
		);
		assert.deepEqual(
			searchItems(tools, "ADD").map(({ name }) => name),
			["add_two", "list", "x"],
		);
		assert.deepEqual(
			searchItems(tools, "numbers add").map(({ name }) => name),
			["add_two"],
		);
	});
	it("searches 10,000", () => {
		assert.equal(searchItems(many, "thing 9999").length, 1);
	});
});
