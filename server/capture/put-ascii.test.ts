import assert from "node:assert/strict";
import { it } from "node:test";
import fc from "fast-check";
import { LONGEST_ESCAPE, putEscaped, putInteger } from "./put-ascii.ts";

it("escapes as JSON.stringify does", () => {
	fc.assert(
		fc.property(fc.array(fc.integer({ min: 0, max: 127 })), fc.nat({ max: 5 }), (bytes, at) => {
			const source = Buffer.from(bytes);
			const block = Buffer.alloc(at + bytes.length * LONGEST_ESCAPE);
			const end = putEscaped(block, at, source, 0, bytes.length);
			assert.equal(`"${block.toString("latin1", at, end)}"`, JSON.stringify(source.toString("latin1")));
		}),
	);
});

it("writes integers as they are written", () => {
	fc.assert(
		fc.property(fc.oneof(fc.nat(), fc.maxSafeNat(), fc.constantFrom(0, 9, 10, 99, 100)), (value) => {
			const block = Buffer.alloc(20);
			assert.equal(block.toString("latin1", 0, putInteger(block, 0, value)), String(value));
		}),
	);
});
