import assert from "node:assert/strict";
import { it } from "node:test";
import fc from "fast-check";
import { hexRow, textRow } from "./raw-rows.ts";

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

it("gives every character to exactly one row, wherever rows are cut", () => {
	fc.assert(
		fc.property(fc.string({ unit: fc.constantFrom("a", "é", "€", "😀", " ") }), fc.integer({ min: 4, max: 9 }), (text, width) => {
			const bytes = new TextEncoder().encode(text);
			const rows: string[] = [];
			for (let from = 0; from < bytes.length; from += width) rows.push(textRow(bytes.subarray(from), Math.min(width, bytes.length - from), from === 0, decode));
			assert.equal(rows.join(""), text);
		}),
	);
});
it("writes bytes as hex beside their ASCII", () => assert.deepEqual(hexRow(Uint8Array.of(0xe9, 0xff, 0x41, 0x0a)), { hex: "e9 ff 41 0a", ascii: "··A·" }));
