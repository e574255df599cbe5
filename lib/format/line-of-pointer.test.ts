import assert from "node:assert/strict";
import { it } from "node:test";
import { createJsonLines } from "./json-lines.ts";
import { lineOfPointer } from "./line-of-pointer.ts";

const lines = createJsonLines();
lines.push(new TextEncoder().encode('{"a":{"x":1},"b/c":[10,[20,21],30],"~":true,"a":{"y":2}}'));
lines.end();
const at = (pointer: string) => lineOfPointer(lines, pointer, (bytes) => new TextDecoder().decode(bytes));

it("finds the root, members and items", () =>
	assert.deepEqual(
		["", "/b~1c", "/b~1c/1/0", "/b~1c/2", "/~0"].map((pointer) => at(pointer).line),
		[0, 4, 7, 10, 12],
	));
it("takes the last of duplicate keys", () => assert.deepEqual(at("/a/y"), { line: 14, exact: true }));
it("stops at the nearest container that exists", () => assert.deepEqual(at("/b~1c/1/9"), { line: 6, exact: false }));
