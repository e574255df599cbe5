import assert from "node:assert/strict";
import { it } from "node:test";
import fc from "fast-check";
import { type LineEnd, LineSplitter } from "./line-splitter.ts";

type Cut = { text: string; ended: LineEnd };

function split(chunks: readonly Uint8Array[], limits = { longAfter: 1 << 20, cap: 1 << 28 }, takesText = false): Cut[] {
	const lines: Cut[] = [];
	const splitter = new LineSplitter(
		{
			line: (bytes, ended) => lines.push({ text: Buffer.from(bytes).toString("latin1"), ended }),
			...(takesText && { text: (text: string) => lines.push({ text, ended: "newline" }) }),
			openLong: () => {
				const pieces: Uint8Array[] = [];
				return { write: (piece) => pieces.push(Buffer.from(piece)), end: (ended) => lines.push({ text: Buffer.concat(pieces).toString("latin1"), ended }) };
			},
		},
		limits,
	);
	for (const chunk of chunks) splitter.push(Buffer.from(chunk));
	splitter.end();
	return lines;
}

/** Cuts bytes at the given places, whatever they are. */
function chunked(bytes: Uint8Array, cuts: readonly number[]): Uint8Array[] {
	const places = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b);
	return [0, ...places].map((from, index) => bytes.subarray(from, places[index] ?? bytes.length));
}

// newlines are rare in random bytes, and lines are what this is about
const someBytes = fc
	.array(fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 0, max: 255 }) }, { weight: 1, arbitrary: fc.constant(10) }))
	.map((values) => Uint8Array.from(values));

it("gives the same lines for any chunking of any bytes", () => {
	fc.assert(
		fc.property(someBytes, fc.array(fc.nat()), (bytes, cuts) => {
			assert.deepEqual(split(chunked(bytes, cuts)), split([bytes]));
		}),
		{ numRuns: 1_000 },
	);
});

const plainBytes = fc
	.array(fc.oneof({ weight: 20, arbitrary: fc.integer({ min: 0, max: 127 }) }, { weight: 4, arbitrary: fc.constant(10) }))
	.map((values) => Uint8Array.from(values));

it("gives the same lines as text and as bytes", () => {
	fc.assert(
		fc.property(fc.oneof(someBytes, plainBytes), fc.array(fc.nat()), fc.integer({ min: 1, max: 20 }), (bytes, cuts, longAfter) => {
			const limits = { longAfter, cap: 1 << 20 };
			assert.deepEqual(split(chunked(bytes, cuts), limits, true), split(chunked(bytes, cuts), limits));
		}),
		{ numRuns: 2_000 },
	);
});

it("loses and adds no byte", () => {
	fc.assert(
		fc.property(someBytes, fc.array(fc.nat()), fc.integer({ min: 1, max: 20 }), (bytes, cuts, longAfter) => {
			const lines = split(chunked(bytes, cuts), { longAfter, cap: 1 << 20 });
			const joined = lines.map((line) => line.text + (line.ended === "newline" ? "\n" : "")).join("");
			assert.equal(joined, Buffer.from(bytes).toString("latin1"));
		}),
		{ numRuns: 1_000 },
	);
});

it("ends a line by force at the cap and goes on after it", () => {
	const lines = split([Buffer.from("abcdefgh\nij\n")], { longAfter: 3, cap: 5 });
	assert.deepEqual(lines, [
		{ text: "abcde", ended: "cap" },
		{ text: "fgh", ended: "newline" },
		{ text: "ij", ended: "newline" },
	]);
});

it("tells how many bytes of an unfinished line wait", () => {
	const splitter = new LineSplitter({ line: () => {}, openLong: () => ({ write: () => {}, end: () => {} }) }, { longAfter: 4, cap: 100 });
	splitter.push(Buffer.from("done\nhalf a li"));
	assert.equal(splitter.waitingBytes, 9);
});

it("marks the last line when the stream ends without a newline", () => {
	assert.deepEqual(split([Buffer.from("a\nb")]), [
		{ text: "a", ended: "newline" },
		{ text: "b", ended: "eof" },
	]);
});
