import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { compileFilter } from "../filter/compile-filter.ts";
import { parseFilter } from "../filter/parse-filter.ts";
import { batchOf, type GivenEntry } from "./entry-batch.builder.ts";
import { createEntryStore } from "./entry-store.ts";
import { createEntryView, type FindText } from "./entry-view.ts";

const noText: FindText = () => assert.fail("no text to find");

function viewOf(filter: string, options: { findText?: FindText; fromSeq?: number } = {}) {
	const entries = createEntryStore((publish) => publish());
	const compiled = compileFilter(parseFilter(filter), (index) => entries.scan().methods[index] ?? "");
	const open = () =>
		createEntryView({
			entries,
			sessionId: "s1",
			filter: compiled,
			fromSeq: options.fromSeq ?? 1,
			findText: options.findText ?? noText,
			schedule: (publish) => publish(),
			restMs: 0,
		});
	return { entries, open };
}
const rowsOf = (view: ReturnType<typeof createEntryView>): number[] => Array.from({ length: view.get().matched }, (_, at) => view.seqAt(at));
const settled = (view: ReturnType<typeof createEntryView>, matched: number): Promise<void> =>
	new Promise((resolve) => {
		const look = (): void => {
			if (view.get().matched !== matched || view.get().busy) return;
			stop();
			resolve();
		};
		const stop = view.subscribe(look);
		look();
	});
const request: GivenEntry = { kind: "request", status: "pending" };

describe("createEntryView", () => {
	it("has the rows of its session, and grows with them", () => {
		const { entries, open } = viewOf("");
		entries.append(batchOf(1, [{}, { session: "s2" }, {}]));
		const view = open();
		assert.deepEqual(rowsOf(view), [1, 3]);
		entries.append({ ...batchOf(4, [{}]), sessionsFrom: 0 });
		assert.deepEqual([rowsOf(view), view.get().total], [[1, 3, 4], 3]);
	});
	it("keeps rows that match and counts the others", () => {
		const { entries, open } = viewOf("kind:stderr");
		entries.append(batchOf(1, [{}, { kind: "stderr" }]));
		assert.deepEqual([rowsOf(open()), open().get().total], [[2], 2]);
	});
	it("hides what is before its first seq", () => {
		const { entries, open } = viewOf("", { fromSeq: 3 });
		entries.append(batchOf(1, [{}, {}, {}]));
		const view = open();
		assert.deepEqual([rowsOf(view), view.get().total], [[3], 1]);
	});
	it("moves a row in or out when its status changes", () => {
		const { entries, open } = viewOf("status:pending");
		entries.append(batchOf(1, [request, request]));
		const view = open();
		const other = viewOf("status:ok kind:call");
		other.entries.append(batchOf(1, [request, request]));
		const answered = other.open();
		for (const store of [entries, other.entries]) store.append(batchOf(3, [{ kind: "answer", status: "ok", pair: 1 }]));
		assert.deepEqual([rowsOf(view), rowsOf(answered)], [[2], [1]]);
	});
	it("asks the bridge about text, piece by piece, and judges columns itself", async () => {
		const asked: [number, number][] = [];
		const findText: FindText = async (from, to) => {
			asked.push([from, to]);
			const scannedTo = Math.min(to, from + 1);
			return { seqs: [from, scannedTo].filter((seq, at, all) => all.indexOf(seq) === at), scannedTo };
		};
		const { entries, open } = viewOf("needle kind:request", { findText });
		entries.append(batchOf(1, [request, {}, request]));
		const view = open();
		await settled(view, 2);
		assert.deepEqual(asked, [
			[1, 3],
			[3, 3],
		]);
		assert.deepEqual(rowsOf(view), [1, 3]);
		entries.append(batchOf(4, [request]));
		await settled(view, 3);
		assert.deepEqual(rowsOf(view), [1, 3, 4]);
	});
	it("stops asking when it is closed", async () => {
		let signal: AbortSignal | undefined;
		const { entries, open } = viewOf("needle", {
			findText: (_from, _to, _terms, given) => {
				signal = given;
				return new Promise(() => undefined);
			},
		});
		entries.append(batchOf(1, [{}]));
		open().close();
		assert.equal(signal?.aborted, true);
	});
	it("scans a long past in slices and reaches all of it", async () => {
		const { entries, open } = viewOf("kind:stderr");
		entries.append(
			batchOf(
				1,
				Array.from({ length: 70_000 }, (_, at) => ({ kind: at % 7 === 0 ? "stderr" : "notification" }) as const),
			),
		);
		const view = open();
		await settled(view, 10_000);
		assert.equal(view.seqAt(9_999), 69_994);
		assert.equal(view.indexOf(8), 1);
		assert.equal(view.indexOf(9), -1);
	});
});
