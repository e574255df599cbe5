import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readTraceback } from "./read-traceback.ts";

const kinds = (lines: readonly string[], failed = true) => readTraceback(lines, failed).map((line) => line.kind);

describe("reading stderr", () => {
	it("marks the error and the user's own lines of a Python traceback", () => {
		const lines = [
			"Traceback (most recent call last):",
			'  File "/home/me/notes.py", line 14, in <module>',
			"    from index import x",
			'  File "/venv/lib/python3.12/site-packages/numpy/__init__.py", line 3, in <module>',
			"    import core",
			"ModuleNotFoundError: No module named 'numpy'",
			"",
		];
		assert.deepEqual(kinds(lines), ["plain", "plain", "own", "plain", "plain", "error", "plain"]);
	});

	it("finds the error of a Node stack above its frames", () => {
		assert.deepEqual(kinds(["file:///a.js:1", "Error [ERR_X]: Cannot find module 'y'", "    at main (a.js:1:1)", "Node.js v22.1.0"]), [
			"plain",
			"error",
			"plain",
			"plain",
		]);
	});

	it("takes the last line where no line names an error", () => {
		assert.deepEqual(kinds(["starting", "port is taken", " "]), ["plain", "error", "plain"]);
	});

	it("marks no error while nothing failed", () => {
		assert.deepEqual(kinds(["ValueError: harmless"], false), ["plain"]);
	});
});
