import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { directions, entryKinds, statuses } from "../protocol/entry.ts";
import { compileFilter } from "./compile-filter.ts";
import { parseFilter } from "./parse-filter.ts";

const methods = ["tools/call", "tools/list", "ping", "notifications/message"];
const judge = (
	filter: string,
	row: { kind?: (typeof entryKinds)[number]; dir?: (typeof directions)[number]; status?: (typeof statuses)[number]; method?: string },
) =>
	compileFilter(parseFilter(filter), (index) => methods[index] ?? "").matches(
		entryKinds.indexOf(row.kind ?? "request"),
		directions.indexOf(row.dir ?? "out"),
		statuses.indexOf(row.status ?? "ok"),
		methods.indexOf(row.method ?? "ping"),
	);

describe("compileFilter", () => {
	it("lets everything pass without terms", () => assert.equal(judge("", {}), true));
	it("needs every term to hold", () => {
		assert.equal(judge("dir:out method:tools", { method: "tools/call" }), true);
		assert.equal(judge("dir:in method:tools", { method: "tools/call" }), false);
	});
	it("finds a method by any part of it, and forgets nothing between calls", () => {
		const { matches } = compileFilter(parseFilter("method:/call"), (index) => methods[index] ?? "");
		assert.deepEqual(
			[0, 1, 0, 1].map((method) => matches(0, 1, 2, method)),
			[true, false, true, false],
		);
	});
	it("leaves out what is negated", () => {
		assert.equal(judge("-kind:stderr,noise", { kind: "noise" }), false);
		assert.equal(judge("-kind:stderr,noise", { kind: "answer" }), true);
		assert.equal(judge("-method:ping", { method: "ping" }), false);
	});
	it("narrows with each term of one key", () => assert.equal(judge("kind:frame -kind:answer", { kind: "answer" }), false));
	it("says whether status matters", () => {
		assert.equal(compileFilter(parseFilter("status:pending"), () => "").onStatus, true);
		assert.equal(compileFilter(parseFilter("kind:request"), () => "").onStatus, false);
	});
	it("hands text and ids on to the bridge", () =>
		assert.deepEqual(compileFilter(parseFilter("hello -id:4"), () => "").text, [
			{ field: "text", value: "hello", negate: false },
			{ field: "id", value: "4", negate: true },
		]));
});
