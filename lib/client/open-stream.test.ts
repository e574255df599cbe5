import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { batchOf } from "./entry-batch.builder.ts";
import { type Link, openStream } from "./open-stream.ts";
import type { StreamEvent } from "./read-events.ts";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const eventText = (name: string, data: unknown, id?: string): string =>
	`event: ${name}\n${id === undefined ? "" : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`;
const hello = eventText("hello", { bridge: "b1", version: "1", lastSeq: 0 });

/** A bridge that answers each connection as told, and keeps what was asked. */
function bridge(answers: readonly ((signal: AbortSignal | null | undefined) => Response)[]) {
	const headers: Headers[] = [];
	const links: Link["state"][] = [];
	const events: StreamEvent[] = [];
	let heard: () => void = () => undefined;
	let wake: () => void = () => undefined;
	const open = () =>
		openStream({
			token: () => "secret",
			fetch: async (_input, init) => {
				headers.push(new Headers(init?.headers));
				const answer = answers[headers.length - 1];
				if (!answer) throw new TypeError("refused");
				return answer(init?.signal);
			},
			onEvent: (event) => {
				events.push(event);
				heard();
			},
			onLink: (state) => {
				links.push(state);
				heard();
			},
			onWake: (go) => {
				wake = go;
				return () => undefined;
			},
		});
	const until = (claim: () => boolean): Promise<void> =>
		new Promise((resolve) => {
			heard = () => claim() && resolve();
			heard();
		});
	return { headers, links, events, open, until, wake: () => wake() };
}
const streamOf =
	(chunks: readonly Uint8Array[], isOpen = false) =>
	(signal: AbortSignal | null | undefined): Response =>
		new Response(
			new ReadableStream({
				start(controller) {
					for (const chunk of chunks) controller.enqueue(chunk);
					if (!isOpen) return controller.close();
					signal?.addEventListener("abort", () => controller.error(new DOMException("aborted", "AbortError")));
				},
			}),
		);

describe("openStream", () => {
	it("hands over checked events, wherever the bytes are cut", async () => {
		const text = encode(`: hi\n\n${hello}${eventText("entries", batchOf(1, [{ method: "é" }]), "b1:1")}${eventText("unknown", 1)}`);
		for (const cut of [1, 3, 50]) {
			const chunks: Uint8Array[] = [];
			for (let at = 0; at < text.length; at += cut) chunks.push(text.slice(at, at + cut));
			const { events, open, until } = bridge([streamOf(chunks, true)]);
			const close = open();
			await until(() => events.length === 2);
			close();
			assert.deepEqual(
				events.map(({ name }) => name),
				["hello", "entries"],
			);
		}
	});
	it("sends the token, and after a loss where it stopped", async () => {
		const { headers, links, open, until, wake } = bridge([
			streamOf([encode(hello + eventText("entries", batchOf(1, [{}]), "b1:1"))]),
			streamOf([encode(hello)], true),
		]);
		const close = open();
		await until(() => links.at(-1) === "lost");
		wake();
		await until(() => links.at(-1) === "live" && headers.length === 2);
		close();
		assert.deepEqual(
			headers.map((sent) => [sent.get("Authorization"), sent.get("Last-Event-ID")]),
			[
				["Bearer secret", null],
				["Bearer secret", "b1:1"],
			],
		);
		assert.deepEqual(links, ["connecting", "live", "lost", "live"]);
	});
	it("is lost where nothing answers, and tries again by itself", async () => {
		const { headers, links, open, until } = bridge([]);
		const close = open();
		await until(() => links.filter((state) => state === "lost").length >= 2 && headers.length >= 2);
		close();
	});
	it("ends at a refusal: only another token helps", async () => {
		const { headers, links, open, until } = bridge([() => new Response("", { status: 401 })]);
		open();
		await until(() => links.at(-1) === "refused");
		assert.equal(headers.length, 1);
	});
	it("is lost when the bridge says what was not agreed", async (test) => {
		const log = test.mock.method(console, "error", () => undefined);
		const { links, open, until } = bridge([streamOf([encode(eventText("hello", { bridge: 7 }))], true)]);
		const close = open();
		await until(() => links.at(-1) === "lost");
		close();
		assert.equal(log.mock.callCount(), 1);
	});
});
