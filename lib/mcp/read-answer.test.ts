import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type AnswerMethod, readAnswer } from "./read-answer.ts";

const read = <Method extends AnswerMethod>(method: Method, value: unknown) => {
	const answer = readAnswer(method, JSON.stringify({ jsonrpc: "2.0", id: 1, result: value }));
	return answer.kind === "result" ? answer.result : assert.fail(answer.kind);
};
const result = (value: unknown) => read("tools/call", value);

describe("an answer to tools/call", () => {
	it("reads each kind of block with its size", () => {
		const { blocks } = result({
			content: [
				{ type: "text", text: "año 🎉" },
				{ type: "image", data: "iVBORw==", mimeType: "image/png" },
				{ type: "audio", data: "AAAA" },
				{ type: "resource_link", uri: "notes://1", name: "one", size: 7 },
				{ type: "resource", resource: { uri: "notes://2", text: "hi" } },
				{ type: "resource", resource: { uri: "notes://3", blob: "AA==" } },
			],
		});
		assert.deepEqual(
			blocks.map(({ type, bytes, index }) => [index, type, bytes]),
			[
				[0, "text", 9],
				[1, "image", 4],
				[2, "audio", 3],
				[3, "resource_link", 9],
				[4, "resource", 2],
				[5, "resource", 1],
			],
		);
	});
	it("shows as JSON what it cannot read, and says why", () => {
		const { blocks } = result({ content: [{ type: "hologram", x: 1 }, { type: "text" }, "loose", { type: "resource", resource: {} }] });
		assert.deepEqual(
			blocks.map((block) => block.type === "unknown" && block.named),
			["hologram", "text", "string", "resource"],
		);
	});
	it("says what is missing from a result", () => {
		assert.deepEqual(result({}).faults, ["content is missing"]);
		assert.deepEqual(result({ content: {}, structuredContent: [] }).faults, ["content is not a list"]);
	});
	it("keeps digits in structured content", () => {
		const answer = readAnswer("tools/call", '{"result":{"content":[],"structuredContent":{"id":12345678901234567890}}}');
		assert.equal(answer.kind === "result" && answer.result.structured, '{\n  "id": 12345678901234567890\n}');
	});
	it("tells a protocol error from a tool error", () => {
		assert.equal(result({ content: [], isError: true }).isError, true);
		assert.equal(result({ content: [], isError: "true" }).isError, false);
		const answer = readAnswer("tools/call", '{"error":{"code":-32602,"message":"no","data":{"path":"/b"}}}');
		assert.deepEqual(answer.kind === "error" && [answer.code, answer.message], ["-32602", "no"]);
	});
	it("says why an answer cannot be read", () => {
		assert.equal(readAnswer("tools/call", "{").kind, "unreadable");
		assert.equal(readAnswer("tools/call", "{}").kind, "unreadable");
	});
});

describe("an answer to resources/read", () => {
	it("reads text and blobs, and says what is neither", () => {
		const { blocks, ttlMs, cacheScope } = read("resources/read", {
			contents: [{ uri: "a:1", mimeType: "text/plain", text: "hi", _meta: { x: 1 } }, { uri: "a:2", blob: "AA==" }, { uri: "a:3" }, null],
			ttlMs: 500,
			cacheScope: "private",
		});
		assert.deepEqual(
			blocks.map(({ type, bytes, extra }) => [type, bytes, extra === undefined]),
			[
				["resource", 2, false],
				["resource", 1, true],
				["unknown", 13, true],
				["unknown", 4, true],
			],
		);
		assert.deepEqual([ttlMs, cacheScope], [500, "private"]);
	});
	it("says what is missing", () => {
		assert.deepEqual(read("resources/read", {}).faults, ["contents is missing"]);
		assert.deepEqual(read("resources/read", { contents: {} }).faults, ["contents is not a list"]);
	});
});

describe("an answer to prompts/get", () => {
	it("keeps roles and numbers blocks over all messages", () => {
		const { messages, description } = read("prompts/get", {
			description: "what it does",
			messages: [
				{ role: "user", content: { type: "text", text: "one" } },
				{
					role: "assistant",
					content: [
						{ type: "text", text: "two" },
						{ type: "text", text: "three" },
					],
				},
				{ role: "system", content: { type: "text", text: "four" } },
				{},
			],
		});
		assert.equal(description, "what it does");
		assert.deepEqual(
			messages.map(({ role, blocks, fault }) => [role, blocks.map(({ index }) => index), fault !== undefined]),
			[
				["user", [0], false],
				["assistant", [1, 2], true],
				["system", [3], true],
				["no role", [], true],
			],
		);
	});
});

describe("an answer to completion/complete", () => {
	it("takes texts, each once", () => {
		const completion = read("completion/complete", { completion: { values: ["a", 1, "b", "a"], total: 12, hasMore: true } });
		assert.deepEqual(completion, { values: ["a", "b"], total: 12, hasMore: true });
		assert.deepEqual(read("completion/complete", {}).values, []);
	});
});
