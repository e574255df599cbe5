import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { Problem } from "../protocol/problem.ts";
import { parseTargetText } from "./parse-target.ts";
import { quoteCommand, splitCommand } from "./split-command.ts";
import { splitFileSpec } from "./split-file-spec.ts";

const wordsOf = (text: string) => {
	const split = splitCommand(text);
	assert.ok("words" in split, "fault" in split ? split.fault : "");
	return split.words;
};

describe("splitting a command line", () => {
	it("gives back the words that were quoted", () => {
		fc.assert(
			fc.property(fc.array(fc.string({ unit: "binary" })), (words) => assert.deepEqual(wordsOf(quoteCommand(words)), words)),
			{ numRuns: 1_000 },
		);
	});

	it("knows both quotes, escapes and empty words", () => {
		assert.deepEqual(wordsOf(`a 'b c' "d \\"e\\" \\n" f\\ g '' ""h''`), ["a", "b c", 'd "e" \\n', "f g", "", "h"]);
	});

	it("expands nothing", () => {
		assert.deepEqual(wordsOf('echo $HOME ~ *.py "$X"'), ["echo", "$HOME", "~", "*.py", "$X"]);
	});

	it("joins lines that end in a backslash", () => {
		assert.deepEqual(wordsOf("npx \\\n  server"), ["npx", "server"]);
	});

	it("says which quote is open", () => {
		assert.deepEqual(splitCommand("a 'b"), { fault: "The ' at position 3 is not closed." });
		assert.deepEqual(splitCommand('"b'), { fault: 'The " at position 1 is not closed.' });
	});
});

describe("FILE:OBJECT", () => {
	it("splits at the last colon", () => {
		assert.deepEqual(splitFileSpec("dir:a/server.py:app"), { file: "dir:a/server.py", object: "app" });
		assert.deepEqual(splitFileSpec("server.py"), { file: "server.py" });
	});

	it("leaves a Windows drive alone", () => {
		assert.deepEqual(splitFileSpec("C:\\work\\server.py"), { file: "C:\\work\\server.py" });
		assert.deepEqual(splitFileSpec("C:\\work\\server.py:app"), { file: "C:\\work\\server.py", object: "app" });
	});

	it("takes no object after what is not a source file", () => {
		assert.deepEqual(splitFileSpec("image:latest"), { file: "image:latest" });
	});
});

describe("reading a target", () => {
	it("reads a source file with its object and arguments", () => {
		const target = parseTargetText(" ./my\\ server.py:app --verbose 'two words' ");
		assert.ok(target.kind === "file");
		assert.deepEqual([target.file, target.object, target.args], ["./my server.py", "app", ["--verbose", "two words"]]);
	});

	it("reads a TypeScript file as a file", () => {
		assert.equal(parseTargetText("src/server.ts").kind, "file");
	});

	it("reads anything else as a command", () => {
		const target = parseTargetText("npx -y @scope/server-fs /tmp");
		assert.ok(target.kind === "command");
		assert.deepEqual([target.command, target.args], ["npx", ["-y", "@scope/server-fs", "/tmp"]]);
		assert.equal(parseTargetText("python server.py").kind, "command");
	});

	it("tells a URL apart", () => {
		assert.deepEqual(parseTargetText("https://example.com/mcp?x=1"), { kind: "url", url: "https://example.com/mcp?x=1" });
	});

	it("says what is wrong", () => {
		const codeOf = (text: string) => {
			try {
				parseTargetText(text);
			} catch (error) {
				return error instanceof Problem && error.code;
			}
			return undefined;
		};
		assert.equal(codeOf("  "), "target-empty");
		assert.equal(codeOf("''"), "target-empty");
		assert.equal(codeOf("a 'b"), "target-quoting");
		assert.equal(codeOf("http://"), "target-url");
	});
});
