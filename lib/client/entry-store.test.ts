import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { batchOf, type GivenEntry } from "./entry-batch.builder.ts";
import { createEntryStore } from "./entry-store.ts";

const atOnce = (publish: () => void): void => publish();

function storeOf(given: readonly GivenEntry[]) {
	const store = createEntryStore(atOnce);
	store.append(batchOf(1, given));
	return store;
}
const request = (more: GivenEntry = {}): GivenEntry => ({ kind: "request", status: "pending", ...more });
const answer = (pair: number, more: GivenEntry = {}): GivenEntry => ({ kind: "answer", direction: "in", status: "ok", pair, ...more });
const cancelOf = (pair: number): GivenEntry => ({ kind: "notification", method: "notifications/cancelled", pair });

describe("createEntryStore", () => {
	it("publishes once for many appends in one frame", () => {
		const pending: (() => void)[] = [];
		const store = createEntryStore((publish) => pending.push(publish));
		let heard = 0;
		store.subscribe(() => heard++);
		store.append(batchOf(1, [{}]));
		store.append(batchOf(2, [{}, {}]));
		assert.equal(pending.length, 1);
		assert.equal(store.get().length, 0, "readers see what was published");
		pending[0]?.();
		assert.deepEqual([store.get().length, store.get().lastSeq, heard], [3, 3, 1]);
	});
	it("reads an entry as it was sent", () => {
		const store = storeOf([{ kind: "stderr", direction: "in", bytes: 42, at: 5, run: 3, session: "other" }]);
		assert.deepEqual(store.read(1), {
			seq: 1,
			sessionId: "other",
			run: 3,
			at: 1_000_005,
			kind: "stderr",
			direction: "in",
			method: "ping",
			status: "none",
			bytes: 42,
			pair: 0,
			durationMs: undefined,
		});
		assert.equal(store.read(2), undefined);
	});
	it("gives a request the status, seq and time of its answer", () => {
		const store = storeOf([request({ at: 10 }), {}, answer(1, { status: "tool-error", at: 94 })]);
		assert.deepEqual([store.read(1)?.status, store.read(1)?.pair, store.read(1)?.durationMs], ["tool-error", 3, 84]);
		assert.deepEqual([store.read(3)?.status, store.read(3)?.pair, store.read(3)?.durationMs], ["tool-error", 1, 84]);
	});
	it("keeps the first answer when a second one comes", () => {
		const store = storeOf([request(), answer(1), answer(1, { status: "error" })]);
		assert.deepEqual([store.read(1)?.status, store.read(1)?.pair], ["ok", 2]);
	});
	it("marks a cancelled request, and an answer after that as late", () => {
		const store = storeOf([request({ at: 0 }), { ...cancelOf(1), at: 7 }, answer(1)]);
		assert.deepEqual([store.read(1)?.status, store.read(1)?.durationMs, store.read(1)?.pair, store.read(3)?.status], ["cancelled", 7, 3, "late"]);
	});
	it("does not cancel what was answered", () => assert.equal(storeOf([request(), answer(1), cancelOf(1)]).read(1)?.status, "ok"));
	for (const method of ["exited", "killed", "disconnected"])
		it(`loses what is open when its run ${method}, and only that`, () => {
			const store = storeOf([request(), request({ run: 2 }), request({ session: "other" }), request(), answer(4), { kind: "event", method }]);
			assert.deepEqual(
				[1, 2, 3, 4].map((seq) => store.read(seq)?.status),
				["lost", "pending", "pending", "ok"],
			);
		});
	it("tells which earlier entries changed", () => {
		const store = createEntryStore(atOnce);
		const patched: number[] = [];
		const stop = store.onPatch((seq) => patched.push(seq));
		store.append(batchOf(1, [request(), request(), answer(2)]));
		stop();
		store.append(batchOf(4, [answer(1)]));
		assert.deepEqual(patched, [2]);
	});
	it("takes a batch that came before, or overlaps, only once", () => {
		const store = storeOf([request(), answer(1), {}]);
		store.append(batchOf(2, [answer(1), {}, { bytes: 7 }]));
		assert.deepEqual([store.get().length, store.read(4)?.bytes], [4, 7]);
	});
	it("leaves a hole where the bridge skipped seqs", () => {
		const store = storeOf([{}]);
		store.append(batchOf(5, [{ bytes: 5 }]));
		assert.deepEqual([store.read(3), store.read(5)?.bytes, store.get().lastSeq], [undefined, 5, 5]);
	});
	it("begins at the first seq that comes, not at 1", () => {
		const store = createEntryStore(atOnce);
		store.append(batchOf(500, [request(), answer(500)]));
		assert.deepEqual([store.read(500)?.pair, store.read(1)], [501, undefined]);
	});
	it("forgets everything on clear and says so", () => {
		const store = storeOf([{}]);
		store.clear();
		assert.deepEqual([store.get().length, store.get().generation, store.read(1)], [0, 1, undefined]);
	});
	it("takes no more than 48 bytes an entry", () => {
		const store = createEntryStore(atOnce);
		store.append(
			batchOf(
				1,
				Array.from({ length: 100_000 }, () => ({})),
			),
		);
		const bytes = Object.values(store.scan().columns).reduce((sum, column) => sum + column.byteLength, 0);
		assert.ok(bytes / 100_000 <= 48, `${bytes / 100_000} bytes`);
	});
	it("is the same for every way to cut the entries into batches", () => {
		const some = fc.array(
			fc.oneof(
				fc.constant(request()),
				fc.nat(30).map((pair) => answer(pair)),
				fc.nat(30).map(cancelOf),
				fc.constant<GivenEntry>({ kind: "event", method: "exited" }),
			),
			{ maxLength: 40 },
		);
		const read = (store: ReturnType<typeof createEntryStore>, count: number) => Array.from({ length: count }, (_, at) => store.read(at + 1));
		fc.assert(
			fc.property(some, fc.array(fc.nat(40)), (given, cuts) => {
				const whole = { ...batchOf(1, given) };
				const edges = [0, ...cuts.filter((cut) => cut < given.length).sort((a, b) => a - b), given.length];
				const parts = createEntryStore(atOnce);
				edges.slice(1).forEach((to, index) => {
					const from = edges[index] ?? 0;
					const cut = <T>(column: readonly T[]): T[] => column.slice(from, to);
					parts.append({
						...whole,
						from: from + 1,
						count: to - from,
						at: cut(whole.at),
						kind: cut(whole.kind),
						direction: cut(whole.direction),
						status: cut(whole.status),
						method: cut(whole.method),
						bytes: cut(whole.bytes),
						pair: cut(whole.pair),
						session: cut(whole.session),
						run: cut(whole.run),
					});
				});
				const once = createEntryStore(atOnce);
				once.append(whole);
				assert.deepEqual(read(parts, given.length), read(once, given.length));
			}),
		);
	});
});
