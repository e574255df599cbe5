import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { compareInterfaces } from "./compare-interface.ts";
import type { McpInterface } from "./mcp-interface.ts";
import { parseJson } from "./parse-json.ts";

type Parts = { tools?: unknown[]; resources?: unknown[]; resourceTemplates?: unknown[]; prompts?: unknown[]; capabilities?: unknown } & Partial<
	Pick<McpInterface, "server" | "instructions" | "protocolVersion">
>;

const json = (value: unknown) => parseJson(JSON.stringify(value)).value ?? assert.fail("not JSON");
const server = ({ tools = [], resources = [], resourceTemplates = [], prompts = [], capabilities = {}, ...more }: Parts): McpInterface => ({
	server: { name: "notes", version: "1" },
	protocolVersion: "2025-11-25",
	era: "legacy",
	capabilities: json(capabilities),
	lists: { tools: tools.map(json), resources: resources.map(json), resourceTemplates: resourceTemplates.map(json), prompts: prompts.map(json) },
	...more,
});
const changes = (before: Parts, after: Parts) =>
	compareInterfaces(server(before), server(after)).map(({ severity, kind, name, text }) => `${severity} ${kind} ${name}: ${text}`);
const tool = (more: object = {}) => ({ name: "search", inputSchema: { type: "object" }, ...more });

describe("compareInterfaces", () => {
	it("ranks what breaks clients first and says where it stands", () => {
		const schema = (maximum: number, values: string[], required: string[] = []) => ({
			type: "object",
			properties: { limit: { type: "integer", maximum }, mode: { enum: values } },
			required,
		});
		const found = compareInterfaces(
			server({ tools: [tool({ inputSchema: schema(100, ["hybrid", "text"]), description: "x" })] }),
			server({ tools: [tool({ inputSchema: schema(50, ["hybrid", "text", "meaning"], ["mode"]), description: "y" })] }),
		);
		assert.deepEqual(
			found.map(({ severity, part, path, text }) => [severity, part, path, text]),
			[
				["breaking", "input", "/inputSchema/properties/mode", "mode is required now"],
				["warning", "input", "/inputSchema/properties/limit", "limit accepts at most 50, was 100"],
				["info", "input", "/inputSchema/properties/mode", "mode has a new value meaning"],
				["info", "itself", "/description", "the description changed"],
			],
		);
	});

	it("tells items that came and went, in any order of the lists", () => {
		const items = (...names: string[]) => names.map((name) => tool({ name }));
		assert.deepEqual(changes({ tools: items("a", "b") }, { tools: items("b", "a") }), []);
		assert.deepEqual(changes({ tools: items("a", "b") }, { tools: items("c", "b") }), ["breaking tool a: the tool is gone", "info tool c: the tool is new"]);
		assert.deepEqual(
			changes(
				{ resources: [{ uri: "a:1", name: "x" }], resourceTemplates: [{ uriTemplate: "a:{b}", name: "x" }], prompts: [{ name: "p" }] },
				{ resources: [{ uri: "a:2", name: "x" }] },
			),
			[
				"breaking resource a:1: the resource is gone",
				"breaking template a:{b}: the resource template is gone",
				"breaking prompt p: the prompt is gone",
				"info resource a:2: the resource is new",
			],
		);
	});

	it("reads output schemas as callers do", () => {
		const output = (outputSchema?: object) => ({ tools: [tool({ outputSchema })] });
		const total = { type: "object", properties: { total: { type: "integer" } }, required: ["total"] };
		assert.deepEqual(changes(output(total), output({ type: "object" })), ["breaking tool search: total is gone"]);
		assert.deepEqual(changes(output(total), output({ ...total, required: [] })), ["warning tool search: total is optional now"]);
		assert.deepEqual(changes(output(total), output()), ["warning tool search: the output schema is gone; nothing says what the output looks like"]);
		assert.deepEqual(changes(output(), output(total)), ["info tool search: the output schema is new"]);
	});

	it("warns when a tool says that it became more dangerous", () => {
		const hints = (annotations?: object) => ({ tools: [tool({ annotations })] });
		assert.deepEqual(changes(hints({ readOnlyHint: true }), hints({ readOnlyHint: false })), ["warning tool search: readOnlyHint is false now, was true"]);
		assert.deepEqual(changes(hints({ readOnlyHint: true }), hints()), ["warning tool search: readOnlyHint is not given now, was true"]);
		assert.deepEqual(changes(hints(), hints({ readOnlyHint: false })), ["info tool search: readOnlyHint is false now, was not given"]);
		assert.deepEqual(changes(hints({ destructiveHint: false }), hints({ destructiveHint: true })), [
			"warning tool search: destructiveHint is true now, was false",
		]);
		assert.deepEqual(changes(hints({ destructiveHint: false }), hints()), ["warning tool search: destructiveHint is not given now, was false"]);
		assert.deepEqual(changes(hints({ destructiveHint: true }), hints({ destructiveHint: false })), [
			"info tool search: destructiveHint is false now, was true",
		]);
		assert.deepEqual(changes(hints({ idempotentHint: true, title: "x" }), hints({ title: "y" })), [
			"info tool search: idempotentHint is not given now, was true",
			"info tool search: the annotation title changed",
		]);
	});

	it("weighs the arguments of prompts", () => {
		const prompt = (...args: object[]) => ({ prompts: [{ name: "p", arguments: args }] });
		assert.deepEqual(changes(prompt({ name: "a" }), prompt({ name: "b" }, { name: "c", required: true })), [
			"breaking prompt p: c is new and required",
			"warning prompt p: a is gone",
			"info prompt p: b is new and optional",
		]);
		assert.deepEqual(changes(prompt({ name: "a" }), prompt({ name: "a", required: true, title: "A" })), [
			"breaking prompt p: a is required now",
			"info prompt p: what is said of a changed",
		]);
		assert.deepEqual(changes(prompt({ name: "a", required: true }), prompt({ required: false, name: "a" })), ["info prompt p: a is optional now"]);
	});

	it("leaves the content of resources out", () => {
		const resource = (more: object) => ({ resources: [{ uri: "a:1", name: "x", ...more }] });
		assert.deepEqual(changes(resource({ size: 1, annotations: { lastModified: "2026-01-01" } }), resource({ size: 2 })), []);
		assert.deepEqual(changes(resource({ mimeType: "text/plain" }), resource({ mimeType: "text/markdown", title: "T" })), [
			"warning resource a:1: the type is text/markdown, was text/plain",
			"info resource a:1: the title changed",
		]);
	});

	it("tells what the server says of itself", () => {
		assert.deepEqual(
			changes(
				{ capabilities: { tools: { listChanged: true }, resources: { subscribe: true }, logging: {}, prompts: { listChanged: false } } },
				{ capabilities: { tools: {}, resources: {}, prompts: {}, completions: {} }, server: { name: "notes", version: "2" }, instructions: "x" },
			),
			[
				"breaking server notes: the capability resources.subscribe is gone",
				"breaking server notes: the capability logging is gone",
				"warning server notes: the capability tools.listChanged is gone",
				"info server notes: the capability completions is new",
				"info server notes: the version is 2, was 1",
				"info server notes: the instructions changed",
			],
		);
	});

	it("compares no list that one side does not know, and no item that cannot be asked for", () => {
		const known = server({ tools: [tool()] });
		const unknown = { ...known, lists: { ...known.lists, tools: undefined } };
		assert.deepEqual(compareInterfaces(known, unknown), []);
		assert.deepEqual(compareInterfaces(unknown, known), []);
		assert.deepEqual(changes({ tools: [tool(), null, {}, tool({ description: "another" })] }, { tools: ["x", tool()] }), []);
	});

	it("finds nothing between anything and itself, and never throws", () => {
		const item = fc.dictionary(
			fc.constantFrom("name", "uri", "uriTemplate", "inputSchema", "outputSchema", "annotations", "arguments", "description", "mimeType"),
			fc.oneof(fc.constantFrom("a", "b"), fc.jsonValue({ maxDepth: 3 })),
		);
		const list = fc.array(fc.oneof(item, fc.jsonValue({ maxDepth: 2 })), { maxLength: 4 });
		const parts = fc.record({ tools: list, resources: list, resourceTemplates: list, prompts: list, capabilities: fc.jsonValue({ maxDepth: 4 }) });
		fc.assert(
			fc.property(parts, parts, (one, other) => {
				changes(one, other);
				assert.deepEqual(changes(one, one), []);
			}),
			{ numRuns: 300 },
		);
	});
});
