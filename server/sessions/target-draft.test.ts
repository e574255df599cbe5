import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Problem } from "../../lib/protocol/problem.ts";
import { Target } from "../../lib/protocol/target.ts";
import { applyDraft, changedFields, draftOf } from "./target-draft.ts";

const command = Target.parse({ kind: "command", command: "node", args: ["s.mjs", "--api-key", "s3cret", "--token=t0p"], env: { KEY: "v4lue" }, cwd: "/srv" });
const file = Target.parse({ kind: "file", file: "/srv/server.py", object: "app", with: ["pandas"], args: ["--verbose"] });
const url = Target.parse({ kind: "url", url: "http://127.0.0.1:8000/mcp?token=s3cret", headers: { Authorization: "Bearer s3cret" } });

describe("a target that is edited", () => {
	for (const target of [command, file, url, Target.parse({ kind: "demo" })])
		it(`${target.kind}: shows no secret, and unchanged it stays what it was`, () => {
			const draft = draftOf(target);
			assert.doesNotMatch(JSON.stringify(draft), /s3cret|t0p|v4lue/);
			assert.deepEqual(applyDraft(target, draft), target);
			assert.deepEqual(changedFields(target, applyDraft(target, draft)), []);
		});

	it("takes new values, keeps those that are left out, and drops what is gone", () => {
		const draft = { ...draftOf(command), env: [{ name: "KEY" }, { name: "NEW", value: "1" }], cwd: "", timeoutMs: 500 };
		const next = applyDraft(command, draft);
		assert.deepEqual([next.env, next.cwd, next.timeoutMs], [{ KEY: "v4lue", NEW: "1" }, undefined, 500]);
		assert.deepEqual(changedFields(command, next), ["environment", "folder", "timeouts"]);
		assert.deepEqual(applyDraft(next, { ...draftOf(next), env: [] }).env, {});
	});

	it("can become another kind of target", () => {
		const next = applyDraft(command, { ...draftOf(command), text: "http://127.0.0.1:9/mcp", headers: [{ name: "X-A", value: "1" }], http: "sse" });
		assert.deepEqual([next.kind, next.kind === "url" && next.headers, changedFields(command, next)[0]], ["url", { "X-A": "1" }, "URL"]);
		assert.equal(applyDraft(url, { ...draftOf(url), text: "server.py" }).kind, "file");
	});

	it("keeps a secret in its place while the words around it change", () => {
		const draft = draftOf(command);
		const next = applyDraft(command, { ...draft, text: draft.text.replace("s.mjs", "t.mjs") });
		assert.deepEqual(next.kind === "command" && next.args, ["t.mjs", "--api-key", "s3cret", "--token=t0p"]);
	});

	const refused: [string, Partial<ReturnType<typeof draftOf>>, string][] = [
		["nothing to start", { text: " " }, "target-empty"],
		["a quote that is open", { text: "node 'a" }, "target-quoting"],
		["a variable without a name", { env: [{ name: " ", value: "1" }] }, "draft-name"],
		["a variable that is there twice", { env: [{ name: "KEY" }, { name: "KEY", value: "1" }] }, "draft-name"],
		["a variable that is new and has no value", { env: [{ name: "NEW" }] }, "draft-value"],
		["a fingerprint that stands for nothing", { text: "node '[masked-sha256:000000000000]'" }, "target-masked"],
		["a header that is no token", { text: "http://a/", headers: [{ name: "X A", value: "1" }] }, "draft-name"],
		["a header that breaks the line", { text: "http://a/", headers: [{ name: "X", value: "1\r\nY: 2" }] }, "draft-value"],
	];
	for (const [what, change, code] of refused)
		it(`refuses ${what}`, () =>
			assert.throws(
				() => applyDraft(command, { ...draftOf(command), ...change }),
				(error) => error instanceof Problem && error.code === code,
			));
});
