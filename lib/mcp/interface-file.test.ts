import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { InterfaceFile } from "../protocol/interface.ts";
import { compareInterfaces } from "./compare-interface.ts";
import { readInterface, writeInterface } from "./interface-file.ts";
import { itemsOf } from "./json-value.ts";
import type { McpInterface } from "./mcp-interface.ts";
import { parseJson } from "./parse-json.ts";

const list = (text: string) => itemsOf(parseJson(text).value);
const notes = (tools: string): McpInterface => ({
	server: { name: "notes", version: "1", title: "Notes" },
	protocolVersion: "2025-11-25",
	era: "legacy",
	instructions: "Ask first.",
	capabilities: parseJson('{"tools":{"listChanged":true}}').value ?? assert.fail(),
	lists: { tools: list(tools), resources: list('[{"uri":"b:"},{"uri":"a:"}]'), resourceTemplates: [], prompts: [] },
});

describe("interface files", () => {
	it("are the same text for the same interface, sorted, items as they came", () => {
		const one = writeInterface(notes('[{"name":"b","x":1.50,"a":{"z":1,"y":2}},{"name":"a"}]'));
		const other = writeInterface(notes('[{"name":"a"},{"name":"b","x":1.50,"a":{"z":1,"y":2}}]'));
		assert.equal(one, other);
		assert.ok(one.includes('"x": 1.50'));
		assert.ok(one.indexOf('"a:"') < one.indexOf('"b:"'));
		assert.ok(one.endsWith("}\n"));
		assert.ok(InterfaceFile.safeParse(JSON.parse(one)).success);
	});

	it("come back as they were written", () => {
		const written = notes('[{"name":"b"},null,{"name":"a","max":9007199254740993}]');
		const { found } = readInterface(writeInterface(written));
		assert.ok(found);
		assert.deepEqual(compareInterfaces(written, found), []);
		assert.equal(writeInterface(found), writeInterface(written));
	});

	it("that are none say why", () => {
		const fault = (text: string) => readInterface(text).fault;
		assert.equal(fault("{"), "is not JSON: expected a name in double quotes, found the end, at line 1, column 2");
		assert.equal(fault('{"tools":[]}'), "is no interface file: it has no member mcpInterface");
		assert.equal(fault('{"mcpInterface":2}'), "is of version 2; this mcp-inspect reads version 1");
		assert.match(fault(writeInterface(notes("[]")).replace('"tools": []', '"tools": {}')) ?? "", /^is no interface file: tools: /);
	});
});
