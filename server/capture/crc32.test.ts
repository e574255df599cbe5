import assert from "node:assert/strict";
import { it } from "node:test";
import { crc32 as nativeCrc32 } from "node:zlib";
import fc from "fast-check";
import { crc32 } from "./crc32.ts";

it("is the sum that zlib makes, of any part of any bytes", () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 3_000 }), fc.nat(), fc.nat(), (bytes, one, other) => {
			const [from, to] = [one % (bytes.length + 1), other % (bytes.length + 1)].sort((a, b) => a - b) as [number, number];
			assert.equal(crc32(Buffer.from(bytes), from, to), nativeCrc32(bytes.subarray(from, to)));
		}),
	);
});
