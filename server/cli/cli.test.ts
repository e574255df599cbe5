import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { commands } from "./commands.ts";
import { escapeTerminal } from "./escape-terminal.ts";
import { orderWords } from "./order-words.ts";
import { readEnvOptions } from "./read-env-options.ts";
import { readHeaderOptions } from "./read-header-options.ts";
import { BridgeChoices, ServerChoices } from "./shared-options.ts";
import { UsageError } from "./usage-error.ts";

const order = (line: string) => orderWords(line.split(" ").filter(Boolean), commands);

describe("the order of words", () => {
	it("puts the command first, wherever options stand", () => {
		assert.deepEqual(order("--port 0 --no-open demo"), { argv: ["demo", "--port", "0", "--no-open"], rest: [] });
		assert.deepEqual(order("--with demo dev s.py").argv, ["dev", "--with", "demo", "s.py"]);
	});

	it("reads a bare source file as dev", () => {
		assert.deepEqual(order("server.py:app --with x -- --port 3"), { argv: ["dev", "server.py:app", "--with", "x"], rest: ["--port", "3"] });
		assert.deepEqual(order("--no-open src/server.ts").argv, ["dev", "--no-open", "src/server.ts"]);
	});

	it("reads a bare path as dev, and a bare word as the command that it is not", () => {
		for (const path of ["./folder", "examples/dice", "."]) assert.deepEqual(order(`${path} --no-open`).argv, ["dev", path, "--no-open"]);
		assert.deepEqual(order("--no-open folder").argv, ["folder", "--no-open"]);
	});

	it("reads a bare URL as connect", () => {
		assert.deepEqual(order("-H @h http://127.0.0.1:8000/mcp --port 0").argv, ["connect", "-H", "@h", "http://127.0.0.1:8000/mcp", "--port", "0"]);
	});

	it("opens the home page without a word, unless help or the version is asked for", () => {
		assert.deepEqual(order("").argv, ["home"]);
		assert.deepEqual(order("--port 0").argv, ["home", "--port", "0"]);
		assert.deepEqual(order("--help").argv, ["--help"]);
	});

	it("leaves what stands after -- alone", () => {
		assert.deepEqual(order("run -- demo -- x").rest, ["demo", "--", "x"]);
	});
});

describe("what a terminal gets", () => {
	it("has no control characters left", () => {
		assert.equal(escapeTerminal("a\u001b]0;t\u0007b\u009bc\td"), "a\\x1b]0;t\\x07b\\x9bc    d");
		assert.equal(escapeTerminal("\u202eevil"), "\\u202eevil");
		assert.equal(escapeTerminal("日本 é 🌿"), "日本 é 🌿");
	});
});

describe("the environment of the options", () => {
	const scratch = mkdtempSync(join(tmpdir(), "cli-"));
	after(() => rmSync(scratch, { recursive: true, force: true }));

	it("takes files first, then values, then names of ours", () => {
		writeFileSync(join(scratch, "a.env"), "# comment\nA=1\nB='two words'\nC=3\n");
		const env = readEnvOptions({ env: ["A=x=y", "OURS"], envFile: ["a.env"] }, { OURS: "o" }, scratch);
		assert.deepEqual(env, { A: "x=y", B: "two words", C: "3", OURS: "o" });
	});

	it("refuses a name that is not set, no name, and a file that is not there", () => {
		const refused = (env: string[], envFile: string[] = []) => assert.throws(() => readEnvOptions({ env, envFile }, {}, scratch), UsageError);
		refused(["NOT_SET"]);
		refused(["=x"]);
		refused([], ["missing.env"]);
	});
});

describe("headers of the options", () => {
	const scratch = mkdtempSync(join(tmpdir(), "headers-"));
	after(() => rmSync(scratch, { recursive: true, force: true }));
	const read = (...given: string[]) => readHeaderOptions(given, { TOKEN: "t" }, scratch);

	it("are read from the option and from files, and leave variables for later", () => {
		writeFileSync(join(scratch, "h"), "# comment\n\nX-A: 1\r\nX-B:two: three \n");
		assert.deepEqual(read("Authorization: Bearer ${TOKEN}", "@h"), { Authorization: "Bearer ${TOKEN}", "X-A": "1", "X-B": "two: three" });
	});

	it("are refused without repeating what may be a secret", () => {
		const cases: [string[], RegExp][] = [
			[["s3cret"], /colon is missing/],
			[[": s3cret"], /Name: value/],
			[["X A: s3cret"], /Name: value/],
			[["X-A: s3cret\nX-B: 1"], /X-A holds a control character/],
			[["X-A: ${NOT_SET}"], /X-A wants NOT_SET/],
			[["@missing"], /missing: ENOENT/],
		];
		for (const [given, says] of cases)
			assert.throws(
				() => read(...given),
				(error) => error instanceof UsageError && says.test(error.message) && !error.message.includes("s3cret"),
			);
	});
});

describe("the values of options", () => {
	it("are checked before anything starts", () => {
		const accepts = (port: string) => BridgeChoices.safeParse({ port }).success;
		assert.deepEqual(["0", "65535", "65536", "-1", "1e3", "http"].map(accepts), [true, true, false, false, false, false]);
		assert.ok(!BridgeChoices.safeParse({ publicUrl: "file:///etc" }).success);
		assert.ok(ServerChoices.safeParse({ era: "2025-06-18" }).success);
		assert.ok(!ServerChoices.safeParse({ era: "2031-01-01" }).success);
		assert.equal(ServerChoices.parse({ timeout: "1500" }).timeout, 1500);
	});
});

describe("every command", () => {
	for (const command of commands) {
		it(`${command.name} says what it does and has each option once`, () => {
			const flags = command.options.map((option) => option.flags);
			assert.ok(command.summary.length > 10);
			assert.equal(new Set(flags).size, flags.length);
			assert.ok(flags.includes("--json") || command.name === "snapshot", "snapshot writes nothing but JSON");
		});
	}
});
