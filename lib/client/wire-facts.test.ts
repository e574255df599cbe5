import assert from "node:assert/strict";
import { it } from "node:test";
import { createEntryStore, directionCode, kindCode, statusCode } from "./entry-store.ts";
import { wireFacts } from "./wire-facts.ts";

type Row = {
	kind: keyof typeof kindCode;
	direction: keyof typeof directionCode;
	status?: keyof typeof statusCode;
	run?: number;
	bytes?: number;
	session?: number;
};

function storeOf(rows: readonly Row[]) {
	const store = createEntryStore((publish) => publish());
	const column = (read: (row: Row) => number) => rows.map(read);
	store.append({
		from: 1,
		count: rows.length,
		atBase: 1000,
		at: rows.map((_, index) => index),
		kind: column((row) => kindCode[row.kind]),
		direction: column((row) => directionCode[row.direction]),
		status: column((row) => statusCode[row.status ?? "none"]),
		method: column(() => 0),
		bytes: column((row) => row.bytes ?? 0),
		pair: column(() => 0),
		session: column((row) => row.session ?? 0),
		run: column((row) => row.run ?? 1),
		methodsFrom: 0,
		methods: ["initialize"],
		sessionsFrom: 0,
		sessions: ["s1", "s2"],
	});
	return store;
}

it("counts what crossed the wire in one run and names what is waited for", () => {
	const store = storeOf([
		{ kind: "event", direction: "none" },
		{ kind: "request", direction: "out", status: "pending", bytes: 200 },
		{ kind: "noise", direction: "in", bytes: 48 },
		{ kind: "stderr", direction: "in", bytes: 1000 },
		{ kind: "notification", direction: "in", bytes: 10, run: 2 },
		{ kind: "notification", direction: "in", bytes: 10, session: 1 },
	]);
	assert.deepEqual(wireFacts(store, "s1", 1), { framesOut: 1, framesIn: 0, bytesIn: 48, waitingFor: { method: "initialize", at: 1001, seq: 2 } });
});

it("knows nothing of a session that has no entries", () => {
	assert.deepEqual(wireFacts(storeOf([]), "s9", 1), { framesOut: 0, framesIn: 0, bytesIn: 0, waitingFor: undefined });
});
