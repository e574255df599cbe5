import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, it } from "node:test";
import { crc32 } from "node:zlib";
import fc from "fast-check";
import { Capture, type EntryFacts } from "./capture.ts";
import { EntryIndex } from "./entry-index.ts";
import { readPreviews } from "./previews.ts";

const folder = mkdtempSync(join(tmpdir(), "capture-"));
after(() => rmSync(folder, { recursive: true }));

let files = 0;
function makeCapture(index = new EntryIndex()): Capture {
	files += 1;
	return new Capture(index, `s${files}`, join(folder, `${files}.mcpcap`), () => {});
}

const facts = (over: Partial<EntryFacts> = {}): EntryFacts => ({ kind: "noise", direction: "in", status: "none", method: "", run: 1, at: 1_000, ...over });

it("gives back any bytes as they were, before and after they are on disk", async () => {
	const capture = makeCapture();
	await fc.assert(
		fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.boolean(), async (bytes, flush) => {
			const seq = capture.record(facts(), bytes);
			if (flush) await capture.journal.flush();
			assert.deepEqual(await capture.readBody(seq), Buffer.from(bytes));
		}),
		{ numRuns: 300 },
	);
	await capture.journal.close();
});

it("gives back any range of a body in parts, whatever the pieces that it came in", async () => {
	const capture = makeCapture();
	const body = Buffer.from("añ€😀".repeat(250_000));
	const long = capture.openLong();
	for (let at = 0; at < body.length; at += 700_001) long.write(body.subarray(at, at + 700_001));
	const seq = long.end(facts());
	assert.equal((await capture.readBody(seq))?.equals(body), true);
	for (const [from, to] of [
		[0, 10],
		[1_048_570, 1_048_590],
		[2_000_003, 2_200_000],
		[body.length - 3, body.length + 50],
	] as const) {
		assert.equal((await capture.readBody(seq, from, to))?.equals(body.subarray(from, to)), true, `${from}-${to}`);
	}
	await capture.journal.close();
});

it("writes a file that only its owner can read, with a checksum on every line", async () => {
	const capture = makeCapture();
	capture.record(facts({ kind: "request", method: "ping", id: 1 }), Buffer.from('{"jsonrpc":"2.0","id":1,"method":"ping"}'));
	await capture.journal.close();
	assert.equal(statSync(capture.journal.path).mode & 0o777, 0o600);
	const lines = readFileSync(capture.journal.path, "utf8").trimEnd().split("\n");
	assert.equal(lines.length, 2);
	for (const line of lines) {
		const cut = line.lastIndexOf(',"sum":"');
		assert.equal(crc32(line.slice(0, cut)).toString(16).padStart(8, "0"), JSON.parse(line).sum);
	}
});

it("previews entries of two sessions that share the numbering", async () => {
	const index = new EntryIndex();
	const [one, two] = [makeCapture(index), makeCapture(index)];
	one.record(facts({ kind: "stderr" }), Buffer.from("first"));
	two.record(facts({ kind: "stderr" }), Buffer.from("second"));
	one.record(
		facts({ kind: "request", method: "tools/call", id: 2 }),
		Buffer.from('{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"add","arguments":{"a":1}}}'),
	);
	assert.deepEqual(await readPreviews(one, [1, 3]), [
		{ seq: 1, text: "first" },
		{ seq: 3, id: 2, subject: "add", text: '{"a":1}' },
	]);
	await Promise.all([one.journal.close(), two.journal.close()]);
});

it("previews the beginning of a body that is much longer than what is read", async () => {
	const capture = makeCapture();
	const seq = capture.record(
		facts({ kind: "answer", method: "tools/call" }),
		Buffer.from(`{"jsonrpc":"2.0","id":9,"result":{"content":[{"type":"text","text":"${'\\"'.repeat(60_000)}"}]}}`),
	);
	const [preview] = await readPreviews(capture, [seq]);
	assert.equal(preview?.id, 9);
	assert.ok(preview?.text.startsWith('{"content":['));
	await capture.journal.close();
});

it("says so when the disk refuses, keeps what memory can hold, and goes on", async () => {
	const problems: Array<string | undefined> = [];
	const capture = new Capture(new EntryIndex(), "s", join(folder, "missing", "x.mcpcap"), (problem) => problems.push(problem));
	const seq = capture.record(facts(), Buffer.from("kept"));
	await capture.journal.flush();
	assert.deepEqual(problems, ["ENOENT"]);
	assert.equal((await capture.readBody(seq))?.toString(), "kept");
	await capture.journal.close();
});
