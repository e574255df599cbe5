import assert from "node:assert/strict";
import { it } from "node:test";
import { compareRuns, type RunOffer } from "./compare-runs.ts";

const offer = (...tools: readonly object[]): RunOffer => ({
	server: { name: "s", version: "1", protocolVersion: "2025-11-25", era: "legacy", capabilities: { tools: {} } },
	pages: { tools: [JSON.stringify({ jsonrpc: "2.0", id: 1, result: { tools } })], resources: [], resourceTemplates: [], prompts: [] },
});
const tool = (required: readonly string[], limit: number) => ({
	name: "search",
	inputSchema: { type: "object", properties: { query: { type: "string" }, limit: { type: "integer", maximum: limit } }, required },
});

it("finds nothing where nothing changed", () => {
	assert.deepEqual(compareRuns(offer(tool(["query"], 9)), offer(tool(["query"], 9))), { changes: [], alignments: [] });
});

it("says what changed and sets the properties of changed tools side by side", () => {
	const { changes, alignments } = compareRuns(
		offer(tool(["query"], 100)),
		offer(tool(["query", "limit"], 50), { name: "added", inputSchema: { type: "object" } }),
	);
	assert.deepEqual(
		changes.map(({ severity, name }) => [severity, name]),
		[
			["breaking", "search"],
			["warning", "search"],
			["info", "added"],
		],
	);
	assert.deepEqual(
		alignments.map(({ name, input }) => [name, input.map(({ path, change }) => [path, change])]),
		[
			[
				"search",
				[
					["/properties/query", "same"],
					["/properties/limit", "changed"],
				],
			],
		],
	);
});
