import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createPreviewStore } from "./preview-store.ts";

type Asked = { from: number; to: number; answer: () => void; fail: () => void };

function storeWith(now: () => number = () => 10_000) {
	const asked: Asked[] = [];
	const store = createPreviewStore(
		(_sessionId, from, to) =>
			new Promise((resolve, reject) => {
				asked.push({
					from,
					to,
					answer: () => resolve(Array.from({ length: to - from + 1 }, (_, at) => ({ seq: from + at, text: `#${from + at}` }))),
					fail: () => reject(new Error("gone")),
				});
			}),
		now,
	);
	const published = (): Promise<void> =>
		new Promise((resolve) => {
			const stop = store.subscribe(() => {
				stop();
				resolve();
			});
		});
	const rangesAsked = () => asked.map(({ from, to }) => [from, to]);
	return { store, asked, published, rangesAsked };
}

describe("createPreviewStore", () => {
	it("fetches the page of what is in view, once", async () => {
		const { store, asked, published, rangesAsked } = storeWith();
		store.want("s", [3, 4], 2_000);
		store.want("s", [4, 5], 2_000);
		assert.deepEqual(rangesAsked(), [[1, 500]]);
		asked[0]?.answer();
		await published();
		assert.equal(store.read("s", 5)?.text, "#5");
		assert.equal(store.read("other", 5), undefined);
	});
	it("asks for the rest of a page that has grown", async () => {
		const { store, asked, published, rangesAsked } = storeWith();
		store.want("s", [1], 10);
		asked[0]?.answer();
		await published();
		store.want("s", [10, 11], 12);
		assert.deepEqual(rangesAsked(), [
			[1, 10],
			[11, 12],
		]);
	});
	it("has two requests under way at most, and goes on with what is in view then", async () => {
		const { store, asked, published, rangesAsked } = storeWith();
		store.want("s", [1, 501, 1_001], 9_000);
		assert.deepEqual(rangesAsked(), [
			[1_001, 1_500],
			[501, 1_000],
		]);
		store.want("s", [8_001], 9_000);
		asked[0]?.answer();
		await published();
		assert.deepEqual(rangesAsked()[2], [8_001, 8_500]);
	});
	it("keeps the 20,000 used last", async () => {
		const { store, asked, published } = storeWith();
		for (let page = 0; page <= 40; page++) {
			store.want("s", [page * 500 + 1], 50_000);
			asked[page]?.answer();
			await published();
		}
		assert.equal(store.read("s", 1), undefined);
		assert.equal(store.read("s", 501)?.text, "#501");
	});
	it("waits a second after a failure", async () => {
		let time = 10_000;
		const { store, asked, published } = storeWith(() => time);
		store.want("s", [1], 10);
		asked[0]?.fail();
		await published();
		store.want("s", [1], 10);
		assert.equal(asked.length, 1);
		time += 1_000;
		store.want("s", [1], 10);
		assert.equal(asked.length, 2);
	});
	it("drops answers that come after everything was forgotten", async () => {
		const { store, asked } = storeWith();
		store.want("s", [1], 10);
		store.clear();
		asked[0]?.answer();
		await new Promise(setImmediate);
		assert.equal(store.read("s", 1), undefined);
	});
});
