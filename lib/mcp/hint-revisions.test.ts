import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { hintRevisions } from "./hint-revisions.ts";

describe("hintRevisions", () => {
	it("names the revisions that the server says it speaks", () => {
		assert.match(
			hintRevisions({ supported: ["2026-07-28", "2027-01-01"], requested: "2025-11-25" }) ?? "",
			/speaks 2026-07-28, 2027-01-01\..*--era 2026-07-28\./,
		);
	});

	it("says nothing where the server does not, or says something else there", () => {
		for (const data of [undefined, null, "x", [], {}, { supported: "2026-07-28" }, { supported: [] }, { supported: [1, "a b"] }])
			assert.equal(hintRevisions(data), undefined);
	});
});
