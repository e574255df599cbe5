import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { blankPythonText } from "./blank-python-text.ts";
import { readScriptHeader } from "./read-script-header.ts";
import { scanPython } from "./scan-python.ts";

describe("blanking Python text", () => {
	it("keeps the length and every line end, whatever the text", () => {
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom("'", '"', "#", "\\", "\n", "\r", "r", "f", "a", " ", "(") }), (source) => {
				const blanked = blankPythonText(source);
				assert.equal(blanked.length, source.length);
				assert.deepEqual(blanked.match(/[\r\n]/g), source.match(/[\r\n]/g));
			}),
		);
	});

	it("blanks comments, docstrings and strings, and nothing else", () => {
		const source = `x = "a # b"  # c "d"\n'''\nimport mcp\n'''\ny = r'\\'  + f"{x}"\nz = 1`;
		const blanked = blankPythonText(source);
		assert.ok(blanked.includes("x = "));
		assert.ok(blanked.endsWith("\nz = 1"));
		assert.ok(!/mcp|#|[bcd]\b/.test(blanked));
	});
});

describe("the PEP 723 header", () => {
	it("gives dependencies and the Python that is asked for", () => {
		const source = `#!/usr/bin/env -S uv run --script\n# /// script\n# requires-python = ">=3.11"\n# dependencies = [\n#   "mcp[cli]>=2", # the SDK\n#   'httpx',\n# ]\n# ///\nimport mcp\n`;
		assert.deepEqual(readScriptHeader(source), { dependencies: ["mcp[cli]>=2", "httpx"], requiresPython: ">=3.11" });
	});

	it("is none when it is not closed, or not at the start of lines", () => {
		assert.equal(readScriptHeader('# /// script\n# dependencies = ["mcp"]\nimport mcp\n'), undefined);
		assert.equal(readScriptHeader("  # /// script\n  # ///\n"), undefined);
	});
});

describe("scanning a Python server", () => {
	const sdkOf = (source: string) => scanPython(source).sdk;

	it("tells the libraries apart", () => {
		assert.equal(sdkOf("from mcp.server.fastmcp import FastMCP, Context\n"), "mcp-v1");
		assert.equal(sdkOf("from mcp.server import MCPServer\n"), "mcp-v2");
		assert.equal(sdkOf("from mcp.server.mcpserver import (\n    Context,\n    MCPServer,\n)\n"), "mcp-v2");
		assert.equal(sdkOf("from fastmcp import FastMCP\nfrom mcp.types import TextContent\n"), "fastmcp");
		assert.equal(sdkOf("import fastmcp as f\n"), "fastmcp");
		assert.equal(sdkOf("import os, mcp\n"), "mcp");
		assert.equal(sdkOf("import mcphub\nfrom mymcp import x\n"), undefined);
	});

	it("reads imports after a byte order mark, and FastMCP where mcp 1 had it too", () => {
		assert.equal(sdkOf("\uFEFFfrom fastmcp import FastMCP\n"), "fastmcp");
		assert.equal(sdkOf("from mcp.server import FastMCP\n"), "mcp-v1");
		assert.equal(scanPython("from mcp.server import FastMCP, Server\n").lowLevel, false);
	});

	it("leaves the version open when a file serves both", () => {
		assert.equal(sdkOf("try:\n    from mcp.server import MCPServer\nexcept ImportError:\n    from mcp.server.fastmcp import FastMCP as MCPServer\n"), "mcp");
	});

	it("tells a low-level server and its major version", () => {
		const v1 = scanPython("from mcp.server import Server\nserver = Server('x')\n\n@server.list_tools()\nasync def tools():\n    return []\n");
		assert.deepEqual([v1.lowLevel, v1.sdk, v1.servers], [true, "mcp-v1", ["server"]]);
		const v2 = scanPython("from mcp.server.lowlevel import Server\nserver = Server('x', on_list_tools=tools)\n");
		assert.deepEqual([v2.lowLevel, v2.sdk], [true, "mcp-v2"]);
		assert.equal(scanPython("from mcp.server import MCPServer, Server\n").lowLevel, false);
	});

	it("is not fooled by comments, strings and docstrings", () => {
		const scan = scanPython(
			`"""\nfrom fastmcp import FastMCP\nif __name__ == "__main__":\n    pass\n"""\n# import mcp\nx = 'from mcp.server import MCPServer'\n`,
		);
		assert.deepEqual([scan.sdk, scan.runsItself, scan.servers, scan.lowLevel], [undefined, false, [], false]);
	});

	it("finds the guard in its usual spellings", () => {
		const runs = (line: string) => scanPython(`${line}\n    pass\n`).runsItself;
		assert.ok(runs('if __name__ == "__main__":'));
		assert.ok(runs("if __name__=='__main__':"));
		assert.ok(runs('if (__name__ == "__main__"):'));
		assert.ok(!runs('if __name__ == "server":'));
		assert.ok(!runs('    if __name__ == "__main__":'));
	});

	it("takes a start at the top level for one too", () => {
		assert.ok(scanPython("mcp = make()\nmcp.run()\n").runsItself);
		assert.ok(scanPython("asyncio.run(main())\n").runsItself);
		assert.ok(!scanPython("def f():\n    mcp.run()\n").runsItself);
	});

	it("names the servers, by alias and annotation too", () => {
		const source =
			"from fastmcp import FastMCP as F\nimport mcp.server\napp: F = F('a')\nother = mcp.server.MCPServer[int]('b')\nnone = Foo()\ndef f():\n    inner = F('c')\n";
		assert.deepEqual(scanPython(source).servers, ["app", "other"]);
	});

	it("says when the file's own start is HTTP only", () => {
		const guarded = (line: string) => scanPython(`from fastmcp import FastMCP\nmcp = FastMCP('x')\nif __name__ == "__main__":\n    ${line}\n`).httpOnly;
		assert.equal(guarded('mcp.run(transport="streamable-http")'), "streamable-http");
		assert.equal(guarded('mcp.run("sse")'), "sse");
		assert.equal(guarded('mcp.run(port=1, transport="http")'), "http");
		assert.equal(guarded("mcp.run()"), undefined);
		assert.equal(guarded('mcp.run(transport="stdio")'), undefined);
		assert.equal(guarded('mcp.run(transport="http" if web else "stdio")'), undefined);
		assert.equal(guarded("mcp.run(transport=args.transport)"), undefined);
	});

	it("lists modules that may be files beside it", () => {
		assert.deepEqual(scanPython("from app import mcp\nfrom .tools import x\nfrom . import y\nimport os.path\n").imports, ["app", "tools", "y"]);
	});
});
