import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readToolAnswer } from "./read-result.ts";

const result = (value: unknown) => {
	const answer = readToolAnswer(JSON.stringify({ jsonrpc: "2.0", id: 1, result: value }));
	return answer.kind === "result" ? answer : assert.fail(answer.kind);
};

describe("readToolAnswer", () => {
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
		assert.deepEqual(result({ content: {}, structuredContent: [] }).faults, ["content is not a list", "structuredContent is not an object"]);
	});
	it("keeps digits in structured content", () => {
		const answer = readToolAnswer('{"result":{"content":[],"structuredContent":{"id":12345678901234567890}}}');
		assert.equal(answer.kind === "result" && answer.structured, '{\n  "id": 12345678901234567890\n}');
	});
	it("tells a protocol error from a tool error", () => {
		assert.equal(result({ content: [], isError: true }).isError, true);
		assert.equal(result({ content: [], isError: "true" }).isError, false);
		const answer = readToolAnswer('{"error":{"code":-32602,"message":"no","data":{"path":"/b"}}}');
		assert.deepEqual(answer.kind === "error" && [answer.code, answer.message], ["-32602", "no"]);
	});
	it("says why an answer cannot be read", () => {
		assert.equal(readToolAnswer("{").kind, "unreadable");
		assert.equal(readToolAnswer("{}").kind, "unreadable");
	});
});
