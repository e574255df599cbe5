import assert from "node:assert/strict";
import { it } from "node:test";
import fc from "fast-check";
import { diffLines } from "./diff-lines.ts";

const few = fc.array(fc.constantFrom("a", "b", "c", "{", "}"), { maxLength: 30 }).map((lines) => lines.join("\n"));

it("leads from one text to the other, and says nothing of equal ones", () => {
	fc.assert(
		fc.property(few, few, (before, after) => {
			const lines = diffLines(before, after);
			const side = (gone: string) => lines.filter(({ kind }) => kind !== gone).map(({ text }) => text);
			assert.deepEqual(side("added"), before.split("\n"));
			assert.deepEqual(side("removed"), after.split("\n"));
			if (before === after) assert.ok(lines.every(({ kind }) => kind === "same"));
		}),
		{ numRuns: 2_000 },
	);
});

it("finds the shortest way", () => {
	const edits = (before: string, after: string) => diffLines(before, after).filter(({ kind }) => kind !== "same").length;
	assert.equal(edits("a\nb\nc\na\nb\nb\na", "c\nb\na\nb\na\nc"), 5);
	assert.equal(edits("a\nb\nc", "a\nx\nc"), 2);
});

it("ends on texts that have nothing in common", () => {
	const many = (word: string) => Array.from({ length: 20_000 }, (_, at) => `${word}${at}`).join("\n");
	assert.equal(diffLines(many("a"), many("b")).length, 40_000);
});
