import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { explainCode, explainExit } from "./explain-exit.ts";

const explain = (text: string) => explainExit(text.split("\n"));

const told: [what: string, stderr: string, says: RegExp][] = [
	[
		"our runner's own words",
		"mcp-inspect: several.py has several servers: a, b. Name one: several.py:a",
		/^several\.py has several servers: a, b\. Name one: several\.py:a\.$/,
	],
	[
		"a package that is missing, by its name in the index",
		"ModuleNotFoundError: No module named 'yaml.loader'",
		/^yaml is not in .* Install pyyaml there; .*--with pyyaml/,
	],
	["code of mcp 1 with mcp 2", "ModuleNotFoundError: No module named 'mcp.server.fastmcp'. This is mcp 2.x, …", /mcp<2.*MCPServer/],
	["low-level code of mcp 1 with mcp 2", "AttributeError: 'Server' object has no attribute 'list_tools'", /mcp<2.*on_list_tools/],
	["code of mcp 2 with mcp 1", "ImportError: cannot import name 'MCPServer' from 'mcp.server' (/x/__init__.py)", /mcp>=2/],
	["low-level code of mcp 2 with mcp 1", "TypeError: Server.__init__() got an unexpected keyword argument 'on_list_tools'", /mcp>=2/],
	["another version of a package", "ImportError: cannot import name 'Tool' from 'fastmcp.tools' (/x.py)", /fastmcp\.tools has no Tool\. .*version of fastmcp/],
	["a package that Node misses", "Error [ERR_MODULE_NOT_FOUND]: Cannot find package 'zod' imported from /x.mjs", /did not find zod/],
	[
		"Python that does not parse",
		'  File "/srv/a/server.py", line 5\n    def add(a: int -> int:\n                   ^^\nSyntaxError: invalid syntax',
		/^Line 5 of server\.py does not parse: invalid syntax\. Correct it, then Restart\.$/,
	],
	[
		"JavaScript that does not parse",
		"file:///srv/a/server.mjs:1\nconst a = ;\n          ^\n\nSyntaxError: Unexpected token ';'\n    at x",
		/^Line 1 of server\.mjs does not parse: Unexpected token ';'/,
	],
	[
		"TypeScript that does not parse",
		'Error: Transform failed with 1 error:\n/srv/a/server.ts:7:9: ERROR: Expected ")" but found "{"\n    at failureErrorWithLog (/srv/node_modules/esbuild/lib/main.js:1752:15)',
		/^Line 7 of server\.ts does not parse: Expected "\)" but found "\{"/,
	],
	[
		"an ES module that is not known as one, in TypeScript",
		'/srv/a/server.ts:50:0: ERROR: Top-level await is currently not supported with the "cjs" output format',
		/"type": "module".*\.mts/,
	],
	[
		"an ES module that is not known as one, in JavaScript",
		'/srv/a/server.js:1\nimport a from "a";\n^^^^^^\n\nSyntaxError: Cannot use import statement outside a module',
		/"type": "module".*\.mjs/,
	],
	["a port that is taken", "OSError: [Errno 98] Address already in use", /port that another program holds/],
	[
		"an exception, at the last line of the user's own code",
		'Traceback (most recent call last):\n  File "/srv/server.py", line 2, in <module>\n    run()\n  File "/v/lib/python3.11/site-packages/x.py", line 9, in run\n    boom\nValueError: bad',
		/^Line 2 of server\.py failed: ValueError: bad\. Correct it, then Restart\.$/,
	],
	[
		"an exception of JavaScript",
		"file:///srv/server.mjs:3\nfoo();\n^\n\nReferenceError: foo is not defined\n    at file:///srv/server.mjs:3:1\n    at ModuleJob.run (node:internal/x:1:1)\n\nNode.js v20.20.2",
		/^Line 3 of server\.mjs failed: ReferenceError: foo is not defined\. /,
	],
];

describe("what stderr says about an end", () => {
	for (const [what, stderr, says] of told) it(`explains ${what}`, () => assert.match(explain(stderr) ?? "", says));

	it("is nothing where the lines say nothing", () => {
		assert.equal(explain("listening\nbye"), undefined);
		assert.equal(explainExit([]), undefined);
	});

	it("is found in time in lines that are made to be slow", () => {
		const startedAt = performance.now();
		explain(`${`File "${"/x".repeat(20_000)}", line 1\n`.repeat(20)}${"Error".repeat(10_000)}`);
		assert.ok(performance.now() - startedAt < 20_000);
	});
});

describe("what a code or a signal says", () => {
	it("is said of those that have a meaning", () => {
		assert.match(explainCode({ code: null, signal: "SIGKILL" }, []) ?? "", /memory/);
		assert.match(explainCode({ code: 127, signal: null }, ["sh: nope: not found"]) ?? "", /did not find a command/);
		assert.match(explainCode({ code: null, signal: "SIGUSR1" }, []) ?? "", /sent it this signal/);
	});

	it("is what to do where the server was silent, and nothing where it was not", () => {
		assert.match(explainCode({ code: 3, signal: null }, []) ?? "", /wrote nothing to stderr/);
		assert.equal(explainCode({ code: 3, signal: null }, ["reason"]), undefined);
	});
});
