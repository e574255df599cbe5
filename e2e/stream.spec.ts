import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { EntryHead } from "../lib/protocol/entry.ts";
import { expect, test } from "./fixtures.ts";
import { callBridge } from "./setup/bridge-client.ts";
import { openBatch, readEntries, readStream } from "./setup/read-stream.ts";
import { serverArgs } from "./setup/servers.ts";
import { callTool, listed } from "./setup/sessions.ts";
import type { StartedCli } from "./setup/start-cli.ts";

/** Entries of the stream up to `lastSeq`, and the id of the last batch. */
async function readUpTo(bridge: StartedCli, lastSeq: number, after?: string): Promise<{ entries: EntryHead[]; id: string; largest: number }> {
	const entries: EntryHead[] = [];
	const methods: string[] = [];
	const sessions: string[] = [];
	let largest = 0;
	for await (const event of readStream(bridge, after)) {
		if (event.name !== "entries") continue;
		entries.push(...openBatch(event.data, methods, sessions));
		largest = Math.max(largest, event.data.count);
		if ((entries.at(-1)?.seq ?? 0) >= lastSeq) return { entries, id: event.id, largest };
	}
	throw new Error("The stream ended early.");
}

test("hello comes first, then every entry once and in order", async ({ startServer }) => {
	const bridge = await startServer("plain");
	await listed(bridge);
	for await (const event of readStream(bridge)) {
		expect(event.name).toBe("hello");
		break;
	}
	const seqs = (await readEntries(bridge)).map((entry) => entry.seq);
	expect(seqs).toEqual(seqs.map((_, index) => index + (seqs[0] ?? 1)));
});

test("a reader that comes back gets what it missed and nothing twice, with names it can resolve", async ({ startServer }) => {
	const bridge = await startServer("plain");
	const session = await listed(bridge);
	const last = (await readEntries(bridge)).at(-1)?.seq ?? 0;
	const first = await readUpTo(bridge, last);
	const call = await callTool(bridge, session, "echo");
	const second = await readUpTo(bridge, call.outcome.answerSeq, first.id);
	expect(second.entries[0]?.seq).toBe(last + 1);
	expect(second.entries.find((entry) => entry.seq === call.seq)).toMatchObject({ method: "tools/call", sessionId: session.id });
});

test("a reader of another bridge's past is given everything", async ({ startServer }) => {
	const bridge = await startServer("plain");
	await listed(bridge);
	const all = await readEntries(bridge);
	const { entries } = await readUpTo(bridge, all.at(-1)?.seq ?? 0, "another-bridge:3");
	expect(entries[0]?.seq).toBe(all[0]?.seq);
});

test("long histories come in batches of at most 2,000", async ({ startServer }) => {
	const bridge = await startServer("flood");
	const session = await listed(bridge);
	const call = await callTool(bridge, session, "flood", { count: 10_000 });
	const { entries, largest } = await readUpTo(bridge, call.outcome.answerSeq);
	expect(entries.length).toBeGreaterThan(10_000);
	expect(largest).toBeLessThanOrEqual(2_000);
});

test("two readers at once see the same", async ({ startServer }) => {
	const bridge = await startServer("plain");
	const session = await listed(bridge);
	const last = (await readEntries(bridge)).at(-1)?.seq ?? 0;
	const readers = [readUpTo(bridge, last + 2), readUpTo(bridge, last + 2)];
	await callTool(bridge, session, "echo");
	const [one, other] = await Promise.all(readers);
	expect(one?.entries).toEqual(other?.entries);
});

test("previews and text search answer by seq", async ({ startServer }) => {
	const bridge = await startServer("plain");
	const session = await listed(bridge);
	const call = await callTool(bridge, session, "echo", { text: "needle ünïcode" });
	const { previews } = await callBridge(bridge, "previews", { sessionId: session.id, from: call.seq, to: call.outcome.answerSeq });
	expect(previews.find((preview) => preview.seq === call.seq)).toMatchObject({ subject: "echo" });
	const find = (value: string, negate = false) =>
		callBridge(bridge, "findEntries", { sessionId: session.id, from: 1, to: call.outcome.answerSeq, terms: [{ field: "text", value, negate }] });
	expect((await find("NEEDLE")).seqs).toEqual([call.seq, call.outcome.answerSeq]);
	expect((await find("needle", true)).seqs).not.toContain(call.seq);
	expect((await find("ünïcode")).seqs).toContain(call.seq);
	expect((await find("no such text")).seqs).toEqual([]);
});

test("ranges of a body are bytes, and the whole is told", async ({ startServer }) => {
	const bridge = await startServer("plain");
	const session = await listed(bridge);
	const call = await callTool(bridge, session, "echo", { text: "0123456789" });
	const read = (query: string) => fetch(`${bridge.origin}/api/entries/${call.seq}/raw${query}`, { headers: { Authorization: `Bearer ${bridge.token}` } });
	const whole = await (await read("")).text();
	const part = await read("?from=5&to=15");
	expect(await part.text()).toBe(whole.slice(5, 15));
	expect(Number(part.headers.get("x-total-bytes"))).toBe(Buffer.byteLength(whole));
	expect(part.headers.get("content-type"), "never as something a browser would show").not.toMatch(/html|svg|xml/);
	expect((await read("?from=10&to=5")).status).toBeLessThan(500);
	expect((await fetch(`${bridge.origin}/api/entries/999999/raw`, { headers: { Authorization: `Bearer ${bridge.token}` } })).status).toBe(404);
});

test("settings outlive the bridge", async ({ start }) => {
	const dataDir = mkdtempSync(join(tmpdir(), "mcp-inspect-settings-"));
	const first = await start(serverArgs("plain"), { dataDir });
	await callBridge(first, "saveSettings", { theme: "dark", sizes: { dock: 300 }, lastArguments: { "key tool": '{"a":1}' } });
	await callBridge(first, "saveSettings", { sizes: { rail: 44 } });
	await first.kill("SIGTERM");
	const second = await start(serverArgs("plain"), { dataDir });
	expect(await callBridge(second, "readSettings", {})).toMatchObject({
		theme: "dark",
		sizes: { dock: 300, rail: 44 },
		lastArguments: { "key tool": '{"a":1}' },
	});
});

test("credentials in a command line are a fingerprint in the page, the journal and on the terminal", async ({ start }) => {
	const { readdirSync, readFileSync } = await import("node:fs");
	const bridge = await start([...serverArgs("env"), "--api-key", "SECRETCANARY", "--token=SECRETCANARY"]);
	const session = await listed(bridge);
	expect(JSON.stringify(session)).not.toContain("SECRETCANARY");
	expect(JSON.stringify(session)).toContain("masked");
	expect(bridge.stderr()).not.toContain("SECRETCANARY");
	for (const file of readdirSync(bridge.dataDir, { recursive: true, withFileTypes: true }).filter(
		(entry) => entry.isFile() && entry.name.endsWith(".mcpcap"),
	)) {
		expect(readFileSync(join(file.parentPath, file.name), "latin1")).not.toContain("SECRETCANARY");
	}
});
