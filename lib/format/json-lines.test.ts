import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { createJsonLines, DEPTH_LIMIT } from "./json-lines.ts";
import { spansOf, textOf } from "./json-spans.ts";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

function linesOf(chunks: readonly Uint8Array[]) {
	const lines = createJsonLines();
	for (const chunk of chunks) lines.push(chunk);
	lines.end();
	return lines;
}

/** The pretty form of the body, indented by two spaces. */
function pretty(text: string, cuts: readonly number[] = []): string {
	const bytes = encode(text);
	const edges = [0, ...cuts.map((cut) => Math.min(cut, bytes.length)).sort((a, b) => a - b), bytes.length];
	const lines = linesOf(edges.slice(1).map((to, at) => bytes.subarray(edges[at], to)));
	return Array.from({ length: lines.table.length() }, (_, at) => {
		const line = spansOf(lines, at, decode);
		return "  ".repeat(line.depth) + textOf(line);
	}).join("\n");
}

describe("createJsonLines", () => {
	it("prints like JSON.stringify where nothing is unusual", () => {
		fc.assert(
			fc.property(fc.jsonValue(), fc.array(fc.nat(200), { maxLength: 5 }), (value, cuts) => {
				// lone surrogates have no UTF-8
				const text = JSON.stringify(value).toWellFormed();
				assert.equal(pretty(text, cuts), JSON.stringify(JSON.parse(text), undefined, 2));
			}),
		);
	});
	it("prints the same for every way to cut the bytes into chunks", () => {
		fc.assert(
			fc.property(
				fc.string({ unit: fc.constantFrom("{", "}", "[", "]", '"', ":", ",", "1", " ", "\\", "a", "\n", "é", "true", '"k":') }),
				fc.array(fc.nat(80), { maxLength: 8 }),
				(text, cuts) => {
					assert.equal(pretty(text, cuts), pretty(text));
				},
			),
			{ numRuns: 500 },
		);
	});
	it("loses no byte but white space, whatever it is given", () => {
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom("{", "}", "[", "]", '"', ":", ",", "1", " ", "\\", "a", "\n", "é", "null", '"k":') }), (text) => {
				assert.equal(pretty(text).replace(/\s/g, ""), text.replace(/\s/g, ""));
			}),
			{ numRuns: 500 },
		);
	});
	it("keeps digits, escapes, key order and duplicate keys as they were", () => {
		const text = '{"b":1e400,"a":9007199254740993,"b":"\\ud800\\/","z":-0.10}';
		assert.equal(pretty(text), '{\n  "b": 1e400,\n  "a": 9007199254740993,\n  "b": "\\ud800\\/",\n  "z": -0.10\n}');
	});
	it("keeps empty containers on one line", () => assert.equal(pretty('{"a":{ },"b":[\n]}'), '{\n  "a": {},\n  "b": []\n}'));
	it("knows where containers close and what they hold", () => {
		const { table } = linesOf([encode('{"a":[1,2,3],"b":{}}')]);
		assert.deepEqual(
			[0, 1, 2].map((line) => [table.match(line), table.count(line)]),
			[
				[7, 2],
				[5, 3],
				[0, 0],
			],
		);
	});
	it("has the first lines before the rest came", () => {
		const lines = createJsonLines();
		lines.push(encode('{"a":1,"b":"begun'));
		assert.equal(lines.table.length(), 3);
		assert.equal(textOf(spansOf(lines, 2, decode)), '"b": "begun');
	});
	it("shows what follows a mistake as text and says where it is", () => {
		const lines = linesOf([encode('{"a":1,}\nrest')]);
		assert.deepEqual(lines.fault(), { offset: 7, message: "a key in quotes is missing" });
		assert.equal(pretty('{"a":1,}\nrest'), '{\n  "a": 1,\n}\nrest');
	});
	it("says when the end is missing", () => assert.equal(linesOf([encode('{"a":[1')]).fault()?.message, "the JSON ends too early"));
	it("keeps what is nested too deep on one line, as written", () => {
		const depth = DEPTH_LIMIT + 100_000;
		const lines = linesOf([encode(`${"[".repeat(depth)}1 ,2${"]".repeat(depth)}`)]);
		assert.equal(lines.fault(), undefined);
		assert.equal(lines.table.length(), DEPTH_LIMIT * 2 + 1);
		assert.match(textOf(spansOf(lines, DEPTH_LIMIT, decode, 1e9)), /^\[+1 ,2\]+$/);
	});
	it("cuts a long value between characters and says how much is missing", () => {
		const lines = linesOf([encode(`"${"é".repeat(10)}"`)]);
		assert.deepEqual(spansOf(lines, 0, decode, 4).spans, [{ kind: "string", text: '"é', cut: 19 }]);
	});
});
