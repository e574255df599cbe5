import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Problem } from "../protocol/problem.ts";
import { callBridge, readRaw } from "./call-bridge.ts";

type Sent = { path: string; init: RequestInit };

function bridge(respond: () => Response) {
	const sent: Sent[] = [];
	const fake: typeof fetch = async (input, init = {}) => {
		sent.push({ path: String(input), init });
		return respond();
	};
	return { sent, access: { fetch: fake, token: () => "secret" } };
}
const json = (body: unknown, status = 200): Response => new Response(JSON.stringify(body), { status });
const headerOf = ({ init }: Sent, name: string): string | null => new Headers(init.headers).get(name);

describe("callBridge", () => {
	it("puts names into the path and the rest of a GET into the query", async () => {
		const { sent, access } = bridge(() => json({ previews: [] }));
		await callBridge("previews", { sessionId: "a/b", from: 1, to: 5 }, { access });
		assert.equal(sent[0]?.path, "/api/sessions/a%2Fb/previews?from=1&to=5");
		assert.equal(sent[0]?.init.body, undefined);
	});
	it("sends the rest of a POST as JSON, with the token", async () => {
		const { sent, access } = bridge(() => json({ callId: "c", seq: 7 }, 202));
		const reply = await callBridge("request", { sessionId: "s", method: "ping", params: '{"n":1e400}' }, { access });
		const [call] = sent;
		assert.ok(call);
		assert.deepEqual(
			[call.path, call.init.body, headerOf(call, "Authorization"), headerOf(call, "Content-Type")],
			["/api/sessions/s/requests", '{"method":"ping","params":"{\\"n\\":1e400}"}', "Bearer secret", "application/json"],
		);
		assert.deepEqual(reply, { callId: "c", seq: 7 });
	});
	it("throws the problem that the bridge tells", async () => {
		const { access } = bridge(() => json({ error: { code: "no-session", message: "There is no such session.", hint: "Reload." } }, 404));
		await assert.rejects(
			callBridge("restart", { sessionId: "s" }, { access }),
			(error: unknown) => error instanceof Problem && error.code === "no-session" && error.hint === "Reload." && error.status === 404,
		);
	});
	it("throws a problem where nothing answers, and where the answer is not the agreed one", async () => {
		const gone = { fetch: () => Promise.reject(new TypeError("Failed to fetch")), token: () => undefined };
		await assert.rejects(callBridge("readSettings", {}, { access: gone }), { code: "bridge-gone" });
		const { access } = bridge(() => json({ sessions: "none" }));
		await assert.rejects(callBridge("listSessions", {}, { access }), { code: "bridge-reply" });
	});
	it("throws the reason of an abort", async () => {
		const ending = new AbortController();
		const access = {
			fetch: () => {
				ending.abort(new Error("left"));
				return Promise.reject(new TypeError());
			},
			token: () => undefined,
		};
		await assert.rejects(callBridge("readSettings", {}, { access, signal: ending.signal }), { message: "left" });
	});
});

describe("readRaw", () => {
	it("reads a range and tells the whole", async () => {
		const { sent, access } = bridge(() => new Response(Uint8Array.of(1, 2), { headers: { "X-Total-Bytes": "900" } }));
		assert.deepEqual(await readRaw(5, 10, 12, { access }), { bytes: Uint8Array.of(1, 2), total: 900 });
		assert.equal(sent[0]?.path, "/api/entries/5/raw?from=10&to=12");
	});
});
