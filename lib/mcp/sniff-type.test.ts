import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { imageSize } from "./image-size.ts";
import { sameType, sniffType } from "./sniff-type.ts";

const bytes = (...parts: readonly (string | number)[]): Uint8Array =>
	Uint8Array.from(parts.flatMap((part) => (typeof part === "number" ? [part] : [...part].map((char) => char.charCodeAt(0)))));
const png = bytes(0x89, "PNG\r\n", 0x1a, "\n", 0, 0, 0, 13, "IHDR", 0, 0, 2, 148, 0, 0, 1, 56);
const jpeg = bytes(0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc0, 0, 11, 8, 0, 100, 0, 200, 3, 0, 0, 0);

describe("sniffType", () => {
	it("knows media by their bytes", () => {
		const cases: readonly [Uint8Array, string][] = [
			[png, "image/png"],
			[jpeg, "image/jpeg"],
			[bytes("GIF89a"), "image/gif"],
			[bytes("RIFF", 0, 0, 0, 0, "WEBPVP8 "), "image/webp"],
			[bytes("RIFF", 0, 0, 0, 0, "WAVEfmt "), "audio/wav"],
			[bytes("%PDF-1.7"), "application/pdf"],
			[bytes("ID3", 4), "audio/mpeg"],
			[bytes(0xff, 0xfb, 0x90), "audio/mpeg"],
			[bytes("OggS"), "audio/ogg"],
			[bytes("fLaC"), "audio/flac"],
			[bytes(0, 0, 0, 24, "ftypM4A "), "audio/mp4"],
			[bytes('<?xml version="1.0"?>\n<!-- x --><svg xmlns="x">'), "image/svg+xml"],
		];
		for (const [sample, type] of cases) assert.equal(sniffType(sample)?.type, type);
	});
	it("calls nothing else media", () => {
		for (const sample of [bytes("<html><svg>"), bytes("<script>"), bytes(), bytes("MZ")]) assert.equal(sniffType(sample), undefined);
	});
	it("ends on a file of comments", () => {
		assert.equal(sniffType(bytes("<!---->".repeat(200))), undefined);
		assert.equal(sniffType(bytes(`${"<!-- a -->".repeat(20)}<svg>`))?.type, "image/svg+xml");
	});
	it("survives any bytes", () => {
		fc.assert(fc.property(fc.uint8Array({ maxLength: 64 }), (sample) => void imageSize(sample, sniffType(sample)?.type ?? "image/jpeg")));
	});
});

describe("imageSize", () => {
	it("reads what the file declares", () => {
		assert.deepEqual(imageSize(png, "image/png"), { width: 660, height: 312 });
		assert.deepEqual(imageSize(jpeg, "image/jpeg"), { width: 200, height: 100 });
		assert.equal(imageSize(png.subarray(0, 18), "image/png"), undefined);
	});
});

describe("sameType", () => {
	it("ignores parameters and aliases", () => {
		assert.ok(sameType("Audio/X-WAV; codecs=1", "audio/wav"));
		assert.ok(!sameType("image/png", "image/jpeg"));
		assert.ok(!sameType("constructor", "image/jpeg"));
	});
});
