import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { describeBytes, describeText } from "./describe-content.ts";
import { isText } from "./is-text.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("describeText", () => {
	it("finds JSON by itself", () => {
		assert.equal(describeText(' {"a":1}', undefined).kind, "json");
		assert.equal(describeText("[1", undefined).kind, "text");
		assert.equal(describeText("7", undefined).kind, "text");
	});
	it("marks a claimed type that cannot be", () => {
		const differs = (text: string, claimed: string) => describeText(text, claimed).differs;
		assert.match(differs("{", "application/json") ?? "", /not JSON/);
		assert.match(differs("a", "application/vnd.x+json; v=1") ?? "", /not JSON/);
		assert.match(differs("a", "image/png") ?? "", /came as text/);
		assert.equal(differs('{"a":1}', "text/plain"), undefined);
		assert.equal(differs("<b>", "text/html"), undefined);
		assert.equal(differs("<svg/>", "image/svg+xml"), undefined);
	});
});

describe("describeBytes", () => {
	it("finds media, text and neither", () => {
		assert.deepEqual(
			[utf8("%PDF-1.4"), utf8("naïve 🦊\n"), Uint8Array.of(0, 1, 2), Uint8Array.of()].map((bytes) => describeBytes(bytes, undefined).kind),
			["pdf", "text", "bytes", "bytes"],
		);
	});
	it("marks a claimed type that the bytes are not", () => {
		assert.match(describeBytes(utf8("%PDF-1.4"), "image/png").differs ?? "", /image\/png; the bytes are application\/pdf/);
		assert.match(describeBytes(utf8("hello"), "image/png").differs ?? "", /are text/);
		assert.match(describeBytes(Uint8Array.of(0, 1), "application/pdf").differs ?? "", /something else/);
		assert.equal(describeBytes(utf8("hello"), "application/octet-stream").differs, undefined);
		assert.equal(describeBytes(Uint8Array.of(0, 1), "application/x-tar").differs, undefined);
	});
});

describe("isText", () => {
	it("says what a strict decoder says, control characters aside", () => {
		const strict = new TextDecoder("utf-8", { fatal: true });
		const decodes = (bytes: Uint8Array): boolean => {
			try {
				strict.decode(bytes);
				return true;
			} catch {
				return false;
			}
		};
		const high = fc.uint8Array({ min: 0x80, maxLength: 6 });
		fc.assert(
			fc.property(high, (bytes) => assert.equal(isText(bytes), decodes(bytes))),
			{ numRuns: 2_000 },
		);
		fc.assert(
			fc.property(fc.string({ unit: "grapheme" }), (text) => {
				const quiet = text.replace(/\p{Cc}/gu, "\n");
				assert.equal(isText(utf8(quiet)), true);
				assert.equal(isText(utf8(`${quiet}\0`)), false);
			}),
		);
	});
});
