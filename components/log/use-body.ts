"use client";
import { useEffect, useState } from "react";
import { type ByteSource, createByteSource } from "@/components/data/byte-source.ts";
import { createDirectJsonSource } from "@/components/data/direct-json-source.ts";
import { DIRECT_BYTES, type JsonSource } from "@/components/data/json-source.ts";
import { createWorkerJsonSource } from "@/components/data/worker-json-source.ts";
import { callBridge, readRaw } from "@/lib/client/call-bridge.ts";
import type { Preview } from "@/lib/protocol/entry.ts";
import { Problem } from "@/lib/protocol/problem.ts";

/** The body of one entry, ready to be looked at. */
export type Body = {
	seq: number;
	json: JsonSource;
	raw: ByteSource;
	preview: Preview;
	/** false: the bytes are not valid UTF-8 */
	utf8: boolean;
};

const pieceBytes = 1_048_576;

/** Reads the body of an entry; the one before stays until the new one is there. `problem` says why it could not be read. */
export function useBody(seq: number, size: number): { body: Body | undefined; problem: string | undefined } {
	const [body, setBody] = useState<Body>();
	const [problem, setProblem] = useState<string>();
	useEffect(() => {
		const ended = new AbortController();
		setProblem(undefined);
		void loadBody(seq, size, ended.signal, setBody).catch((error: unknown) => {
			if (ended.signal.aborted) return;
			setBody(undefined);
			if (!(error instanceof Problem)) throw error;
			setProblem(error.message);
		});
		return () => ended.abort();
	}, [seq, size]);
	useEffect(() => () => body?.json.close(), [body]);
	return { body, problem };
}

async function loadBody(seq: number, size: number, signal: AbortSignal, onBody: (body: Body) => void): Promise<void> {
	const [entry, first] = await Promise.all([callBridge("readEntry", { seq }, { signal }), readRaw(seq, 0, Math.min(size, DIRECT_BYTES), { signal })]);
	const raw = createByteSource(first.total, async (from, to) => (await readRaw(seq, from, to)).bytes);
	const rest = { seq, raw, preview: entry.preview, utf8: entry.utf8 };
	if (first.total <= DIRECT_BYTES) return onBody({ ...rest, json: createDirectJsonSource(first.bytes) });
	const json = createWorkerJsonSource();
	signal.addEventListener("abort", () => json.close(), { once: true });
	const push = (bytes: Uint8Array): void => json.push(new Uint8Array(bytes));
	push(first.bytes);
	onBody({ ...rest, json });
	for (let from = first.bytes.length; from < first.total; ) {
		const { bytes } = await readRaw(seq, from, Math.min(first.total, from + pieceBytes), { signal });
		if (bytes.length === 0) break;
		from += bytes.length;
		push(bytes);
	}
	json.end();
}
