import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "./fixtures.ts";
import { callBridge, readRaw } from "./setup/bridge-client.ts";
import { readEntries } from "./setup/read-stream.ts";
import { serverArgs } from "./setup/servers.ts";
import { callTool, connected, listed, sessionOnce } from "./setup/sessions.ts";
import type { StartedCli } from "./setup/start-cli.ts";
import { until } from "./setup/until.ts";

const frameKinds = new Set(["request", "answer", "notification", "batch", "noise"]);

async function rawOf(bridge: StartedCli, direction: "in" | "out"): Promise<Buffer[]> {
	const entries = (await readEntries(bridge)).filter((entry) => frameKinds.has(entry.kind) && entry.direction === direction);
	return Promise.all(entries.map((entry) => readRaw(bridge, entry.seq)));
}

for (const mode of ["plain", "noise", "invalid-utf8", "split-utf8", "odd-json", "crlf"]) {
	test(`every byte is kept as it crossed the wire: ${mode}`, async ({ start }) => {
		const folder = mkdtempSync(join(tmpdir(), "mcp-inspect-tap-"));
		const bridge = await start(["run", "--era", "legacy", "--", process.execPath, resolve("e2e/servers/tap.mjs"), folder, ...serverArgs(mode).slice(2)]);
		const session = await listed(bridge);
		for (const tool of ["echo", "split", "odd"]) await callTool(bridge, session, tool, { text: "ż→🦊", big: 1 });
		const lines = (file: string) =>
			readFileSync(join(folder, file))
				.toString("latin1")
				.split("\n")
				.filter((line) => line !== "");
		const kept = async (direction: "in" | "out") => (await rawOf(bridge, direction)).map((raw) => raw.toString("latin1").replace(/\n$/, ""));
		expect(await kept("out")).toEqual(lines("in"));
		expect((await kept("in")).join("")).toEqual(lines("out").join(""));
	});
}

test("an answer carries its request, and the request its outcome", async ({ startServer }) => {
	const bridge = await startServer("errors");
	const session = await listed(bridge);
	for (const [tool, kind, status] of [
		["echo", "result", "ok"],
		["tool_error", "tool-error", "tool-error"],
		["protocol_error", "protocol-error", "error"],
	] as const) {
		const call = await callTool(bridge, session, tool);
		expect(call.outcome.kind).toBe(kind);
		const answer = await callBridge(bridge, "readEntry", { seq: call.outcome.answerSeq });
		expect(answer).toMatchObject({ kind: "answer", direction: "in", status, pair: call.seq, method: "tools/call" });
		expect((await callBridge(bridge, "readEntry", { seq: call.seq })).preview.subject).toBe(tool);
	}
});

test("second answers, unasked answers and answers with another type of id are told apart", async ({ startServer }) => {
	const bridge = await startServer("answers");
	const session = await listed(bridge);
	const calls = [];
	for (const tool of ["twice", "orphan", "wrong_type"]) calls.push(await callTool(bridge, session, tool));
	expect(calls.map((call) => call.outcome.kind)).toEqual(["result", "result", "result"]);
	await callTool(bridge, session, "echo");
	const orphans = (await readEntries(bridge)).filter((entry) => entry.status === "orphan");
	expect(orphans).toHaveLength(3);
	const text = (await Promise.all(orphans.map((entry) => readRaw(bridge, entry.seq)))).join("\n");
	expect(text).toContain("second");
	expect(text).toContain("nobody asked");
	expect(text, "an id of another type is matched loosely, so the exact one comes second").toContain("id as it was");
});

test("an answer after a cancel is late, and the call stays cancelled", async ({ startServer }) => {
	const bridge = await startServer("slow");
	const session = await listed(bridge);
	const { callId, seq } = await callBridge(bridge, "request", { sessionId: session.id, method: "tools/call", params: '{"name":"late","arguments":{}}' });
	await callBridge(bridge, "cancelCall", { callId });
	const late = await until("the late answer", async () => (await readEntries(bridge)).find((entry) => entry.status === "late"));
	expect(late.pair).toBe(seq);
	const cancel = (await readEntries(bridge)).find((entry) => entry.method === "notifications/cancelled");
	expect(cancel).toMatchObject({ direction: "out", pair: seq });
});

test("parameters reach the wire as they were typed", async ({ startServer }) => {
	const bridge = await startServer("plain");
	const session = await connected(bridge);
	const typed = '{"name":"echo","arguments":{"id":12345678901234567890,"ratio":1.10,"tiny":1e-7}}';
	const { seq } = await callBridge(bridge, "request", { sessionId: session.id, method: "tools/call", params: typed });
	const raw = (await readRaw(bridge, seq)).toString("utf8");
	expect(raw).toContain("12345678901234567890");
	expect(raw).toContain("1.10");
	expect(raw).toContain("1e-7");
});

test("noise is kept with what is wrong with it, and does no harm", async ({ startServer }) => {
	const bridge = await startServer("noise");
	await listed(bridge);
	const noise = await until("three lines of noise", async () => {
		const found = (await readEntries(bridge)).filter((entry) => entry.kind === "noise");
		return found.length >= 3 && found;
	});
	const previews = await Promise.all(noise.map(async (entry) => (await callBridge(bridge, "readEntry", { seq: entry.seq })).preview));
	expect(previews[0]?.text).toContain("starting up");
	for (const preview of previews) expect(preview.fault).toBeTruthy();
	expect(previews[1]?.text, "control characters are replaced in previews").not.toContain("\u001b");
});

test("two messages in one line: the bytes are kept, and what is wrong is said", async ({ startServer }) => {
	const bridge = await startServer("two-in-a-line");
	const session = await listed(bridge);
	await callBridge(bridge, "request", { sessionId: session.id, method: "tools/call", params: '{"name":"two","arguments":{}}' });
	const line = await until("the line", async () => {
		for (const entry of await readEntries(bridge)) if (entry.direction === "in" && (await readRaw(bridge, entry.seq)).includes('"second"')) return entry;
		return undefined;
	});
	expect((await readRaw(bridge, line.seq)).toString("utf8")).toContain('"first"');
	expect((await callBridge(bridge, "readEntry", { seq: line.seq })).preview.fault).toBeTruthy();
});

test("a line without its end is told while it waits", async ({ startServer }) => {
	const bridge = await startServer("no-newline");
	const { id } = await listed(bridge);
	await callBridge(bridge, "request", { sessionId: id, method: "tools/call", params: '{"name":"half","arguments":{}}' });
	const session = await sessionOnce(bridge, "waiting for the end of a line", ({ waitingBytes }) => waitingBytes > 0);
	expect(session.waitingBytes).toBe('{"jsonrpc":"2.0","method":"notifications/message"'.length);
});

test("a line of 100 MB is recorded whole, its call settled, and the bridge stays small", async ({ startServer }) => {
	test.setTimeout(120_000);
	const bridge = await startServer("big-line", "100");
	const session = await listed(bridge);
	const rss = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${bridge.pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
	const before = process.platform === "linux" ? rss() : 0;
	const call = await callTool(bridge, session, "big");
	expect(call.outcome.kind).toBe("result");
	expect(call.outcome.bytes).toBeGreaterThan(100_000_000);
	const tail = await readRaw(bridge, call.outcome.answerSeq, call.outcome.bytes - 60, call.outcome.bytes);
	expect(tail.toString("utf8")).toContain('"last":true');
	if (process.platform === "linux") expect(rss() - before).toBeLessThan(250);
	expect((await callTool(bridge, session, "echo")).outcome.kind).toBe("result");
});

test("stderr is kept by line, process events with it on one clock", async ({ startServer }) => {
	const bridge = await startServer("stderr-flood", "2000");
	const session = await listed(bridge);
	const entries = await until("2,000 lines of stderr", async () => {
		const all = await readEntries(bridge);
		return all.filter((entry) => entry.kind === "stderr").length >= 2_000 && all;
	});
	const lines = entries.filter((entry) => entry.kind === "stderr");
	expect(lines).toHaveLength(2_000);
	expect((await readRaw(bridge, lines.at(-1)?.seq ?? 0)).toString("utf8").trim()).toBe("stderr line 2000");
	expect(entries.some((entry) => entry.kind === "event" && entry.method === "started")).toBe(true);
	expect(entries.map((entry) => entry.seq)).toEqual(entries.map((_, index) => (entries[0]?.seq ?? 1) + index));
	for (const [index, entry] of entries.entries())
		expect(entry.at + 0.001, "a microsecond is what the stream rounds to").toBeGreaterThanOrEqual(entries[index - 1]?.at ?? 0);
	expect(session.stderrTail.length).toBeLessThanOrEqual(200);
});
