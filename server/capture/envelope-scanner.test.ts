import assert from "node:assert/strict";
import { it } from "node:test";
import fc from "fast-check";
import { type Envelope, EnvelopeScanner } from "./envelope-scanner.ts";

function scan(text: string, cut = Number.POSITIVE_INFINITY): Envelope {
	const scanner = new EnvelopeScanner();
	const bytes = Buffer.from(text);
	for (let i = 0; i < bytes.length; i += cut) scanner.push(bytes.subarray(i, i + cut));
	return scanner.end();
}

it("finds the id behind a large result", () => {
	const text = JSON.stringify({ jsonrpc: "2.0", result: { content: [{ type: "text", text: "x".repeat(5_000) }], isError: true }, id: 7 });
	assert.deepEqual(scan(text), { id: 7, hasResult: true, hasError: false, isError: true, closed: true });
});

it("is not fooled by keys inside the body or inside strings", () => {
	const text = '{"params":{"id":1,"method":"no","deep":{"result":1}},"note":"\\"id\\":2,{","method":"yes","id":"a"}';
	assert.deepEqual(scan(text), { id: "a", method: "yes", hasResult: false, hasError: false, isError: false, closed: true });
});

it("agrees with a parser on any message, however it is cut", () => {
	const message = fc.record(
		{
			jsonrpc: fc.constant("2.0"),
			id: fc.oneof(fc.string({ maxLength: 20 }), fc.integer(), fc.constant(null)),
			method: fc.string({ maxLength: 30 }),
			params: fc.jsonValue(),
			result: fc.jsonValue(),
			error: fc.jsonValue(),
		},
		{ requiredKeys: [] },
	);
	fc.assert(
		fc.property(message, fc.integer({ min: 1, max: 9 }), (value, cut) => {
			const found = scan(JSON.stringify(value), cut);
			assert.equal(found.closed, true);
			assert.deepEqual(found.id, value.id);
			assert.deepEqual(found.method, value.method);
			assert.equal(found.hasResult, "result" in value);
			assert.equal(found.hasError, "error" in value);
		}),
		{ numRuns: 1_000 },
	);
});

it("tells a cut message from a whole one", () => {
	assert.equal(scan('{"id":1,"result":{"a":[1,2').closed, false);
	assert.equal(scan('[{"id":1}]').closed, false);
});
