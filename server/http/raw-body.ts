import type { Hono } from "hono";
import { Problem } from "../../lib/protocol/problem.ts";
import type { Capture } from "../capture/capture.ts";

const STEP = 2 << 20;

/** Serves `GET /api/entries/:seq/raw?from=&to=`: bytes as they crossed the wire, `to` excluded, read from the journal step by step. */
export function mountRaw(app: Hono, captureOf: (seq: number) => { capture: Capture; bytes: number } | undefined): void {
	app.get("/api/entries/:seq/raw", async (c) => {
		const seq = Number(c.req.param("seq"));
		const found = captureOf(seq);
		if (!found) throw new Problem("no-entry", `There is no entry ${c.req.param("seq")}.`, { status: 404 });
		const { capture, bytes } = found;
		const from = clamp(c.req.query("from"), 0, bytes);
		const to = clamp(c.req.query("to"), bytes, bytes);
		const headers = { "Content-Type": "application/octet-stream", "X-Total-Bytes": String(bytes), "Cache-Control": "no-store" };
		const first = await capture.readBody(seq, from, Math.min(to, from + STEP));
		if (!first) throw new Problem("not-recorded", `The body of entry ${seq} was not recorded.`, { status: 410 });
		if (to - from <= STEP) return c.body(new Uint8Array(first), 200, headers);
		let at = from;
		const body = new ReadableStream<Uint8Array>({
			pull: async (controller) => {
				const piece = at === from ? first : await capture.readBody(seq, at, Math.min(to, at + STEP));
				if (!piece || piece.length === 0) return controller.close();
				at += piece.length;
				controller.enqueue(piece);
				if (at >= to) controller.close();
			},
		});
		return c.body(body, 200, headers);
	});
}

function clamp(text: string | undefined, absent: number, max: number): number {
	const value = text === undefined ? absent : Number(text);
	return Number.isFinite(value) ? Math.max(0, Math.min(Math.trunc(value), max)) : absent;
}
