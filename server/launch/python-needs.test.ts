import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { chooseStart, describeSdk, hasSdk, neededSdk, requirementName } from "./python-needs.ts";
import { readDecisions } from "./python-project.ts";
import { scanPython } from "./scan-python.ts";

const none = { decides: [] };

describe("the library that must be added", () => {
	it("is the major version that the file is written for", () => {
		assert.equal(neededSdk("mcp-v1", undefined, none, []), "mcp>=1,<2");
		assert.equal(neededSdk("mcp-v2", undefined, none, []), "mcp>=2,<3");
		assert.equal(neededSdk("fastmcp", undefined, none, []), "fastmcp");
		assert.equal(neededSdk(undefined, undefined, none, []), undefined);
	});

	it("is none where the project, the header or the user decides", () => {
		assert.equal(neededSdk("mcp-v1", undefined, { decides: ["mcp"] }, []), undefined);
		assert.equal(neededSdk("mcp-v2", { dependencies: ["mcp[cli]>=2"], requiresPython: undefined }, none, []), undefined);
		assert.equal(neededSdk("mcp-v2", undefined, none, ["mcp==2.1.0"]), undefined);
		assert.equal(neededSdk("mcp", undefined, none, ["fastmcp"]), undefined);
		assert.equal(neededSdk("fastmcp", undefined, { decides: ["mcp"] }, ["mcp"]), "fastmcp");
	});

	it("knows a package by its normal name", () => {
		assert.equal(requirementName(" Fast_MCP[x] >= 2"), "fast-mcp");
	});

	it("tells whether an interpreter has it", () => {
		assert.ok(hasSdk({ mcp: "1.29.0", fastmcp: null }, "mcp-v1"));
		assert.ok(!hasSdk({ mcp: "1.29.0", fastmcp: null }, "mcp-v2"));
		assert.ok(!hasSdk({ mcp: "2.3.0", fastmcp: null }, "fastmcp"));
		assert.equal(describeSdk({ mcp: "2.3.0", fastmcp: "4.0.10" }, "fastmcp"), "fastmcp 4.0.10");
		assert.equal(describeSdk({ mcp: "2.3.0", fastmcp: null }, "mcp"), "mcp 2.3.0");
	});
});

describe("what a project decides", () => {
	it("reads dependencies of the project, groups and lock", () => {
		const project = '[build-system]\nrequires = ["x"]\n\n[project]\nname = "a"\ndependencies = [\n  "mcp[cli]>=1.2,<2",\n  "httpx",\n]\n\n[tool.x]\ny = 1\n';
		assert.deepEqual(readDecisions(project, ""), { dependencies: ["mcp[cli]>=1.2,<2", "httpx"], decides: ["mcp"] });
		assert.deepEqual(readDecisions('[project]\nname = "a"\n[dependency-groups]\ndev = ["fastmcp ~= 4.0"]\n', "").decides, ["fastmcp"]);
		assert.deepEqual(readDecisions("[project]\n", '[[package]]\nname = "mcp"\nversion = "1.9.0"\n').decides, ["mcp"]);
	});

	it("is not fooled by names that only begin so, nor by comments", () => {
		assert.deepEqual(readDecisions('[project]\ndependencies = ["mcp-types", "mcphub"]\n# "mcp"\n', 'name = "mcp-types"\n').decides, []);
	});
});

describe("how a file is started", () => {
	const fastmcp = "from fastmcp import FastMCP\nthing = FastMCP('x')\n";
	const startOf = (source: string, object?: string) => chooseStart(scanPython(source), object);

	it("serves the object of a file that starts nothing", () => {
		assert.equal(startOf(fastmcp).as, "object");
	});

	it("runs a file that starts itself", () => {
		assert.equal(startOf(`${fastmcp}if __name__ == "__main__":\n    thing.run()\n`).as, "script");
	});

	it("serves an object that was named, and says that the file's own start was not run", () => {
		const start = startOf(`${fastmcp}if __name__ == "__main__":\n    thing.run()\n`, "thing");
		assert.deepEqual([start.as, start.notes.length], ["object", 1]);
	});

	it("serves the object over stdio when the file would only serve HTTP", () => {
		const start = startOf(`${fastmcp}if __name__ == "__main__":\n    thing.run(transport="http", port=80)\n`);
		assert.equal(start.as, "object");
		assert.match(start.notes[0] ?? "", /http.*thing/);
	});

	it("runs a file without any library as the script that it is", () => {
		assert.equal(startOf("import sys\nfor line in sys.stdin: pass\n").as, "script");
	});
});
