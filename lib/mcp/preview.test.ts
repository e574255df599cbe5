import assert from "node:assert/strict";
import { it } from "node:test";
import fc from "fast-check";
import { scanPaths } from "./json-path-scan.ts";
import { previewBody } from "./preview.ts";

it("shows a tool call by its name and arguments, digits as they were", () => {
	const text = '{"jsonrpc":"2.0","id":42,"method":"tools/call","params":{"name":"add","arguments":{"a":9007199254740993},"_meta":{"progressToken":42}}}';
	assert.deepEqual(previewBody("request", "tools/call", text), { id: 42, subject: "add", text: '{"a":9007199254740993}' });
});

it("shows an error by its code and message", () => {
	const text = '{"jsonrpc":"2.0","id":"x","error":{"code":-32602,"message":"Invalid params: b must be a number"}}';
	assert.deepEqual(previewBody("answer", "tools/call", text), { id: "x", code: -32602, text: "Invalid params: b must be a number" });
});

it("shows progress as a person would say it", () => {
	const text = '{"jsonrpc":"2.0","method":"notifications/progress","params":{"progressToken":1,"progress":1,"total":2,"message":"Reading\\n12 notes"}}';
	assert.equal(previewBody("notification", "notifications/progress", text).text, "1 of 2 Reading 12 notes");
});

it("shows what stands before the cut of a long body", () => {
	const text = `{"jsonrpc":"2.0","id":1,"result":{"content":[{"type":"text","text":"${"x".repeat(9_000)}"}]}}`.slice(0, 4_000);
	assert.ok(previewBody("answer", "tools/call", text).text.startsWith('{"content":[{"type":"text"'));
});

it("neutralises control and bidi characters", () => {
	assert.equal(previewBody("stderr", "", "\u001b[31mred\u001b[0m \u202egnp.exe\u0007").text, "red ·gnp.exe·");
});

it("finds in any object the text that a parser would find", () => {
	fc.assert(
		fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{1,4}$/), fc.jsonValue()), (value) => {
			const text = JSON.stringify(value, null, 1);
			for (const [key, span] of scanPaths(text, new Set(Object.keys(value))))
				assert.equal(JSON.stringify(JSON.parse(text.slice(span.start, span.end))), JSON.stringify(value[key]));
			assert.equal(scanPaths(text, new Set(Object.keys(value))).size, Object.keys(value).length);
		}),
	);
});

it("never throws on any text", () => {
	fc.assert(
		fc.property(fc.string(), (text) => void previewBody("request", "tools/call", text)),
		{ numRuns: 1_000 },
	);
});

it("leaves out the envelope that every modern request carries", () => {
	const meta = '"_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28","io.modelcontextprotocol/clientCapabilities":{}}';
	assert.equal(previewBody("request", "tools/list", `{"id":1,"params":{${meta}}}`).text, "");
	assert.equal(previewBody("request", "tools/list", `{"id":1,"params":{${meta},"cursor":"p2"}}`).text, "cursor p2");
	assert.equal(
		previewBody("request", "subscriptions/listen", `{"id":1,"params":{${meta},"notifications":{"toolsListChanged":true}}}`).text,
		'{"notifications":{"toolsListChanged":true}}',
	);
});
