import type { BodyChunks } from "./body-chunks.ts";
import { describeFailure } from "./describe-failure.ts";
import type { HttpTap } from "./http-tap.ts";
import type { LineEnd } from "./line-splitter.ts";

/** A message beyond this goes to the capture piece by piece, so that memory does not grow with it. */
const LONG_BYTES = 1 << 20;
/** A body that has not ended by then is cut, as a line over stdio is; a packed one sooner, since few bytes can become many. */
const BODY_CAP = 256 << 20;
const UNPACKED_CAP = 64 << 20;
const HEAD_BYTES = 64 << 10;
const SILENT_MS = 5_000;

export type TappedBody = {
	/** what the protocol driver must see, as JSON */
	messages: readonly string[];
	/** the body, or its beginning if it is long */
	bytes: Uint8Array<ArrayBuffer>;
};

/** Takes a body that should be a message to the tap. Rejects with what broke it, after all that came is recorded. */
export async function tapBody(chunks: BodyChunks, tap: HttpTap, { url, packed }: { url: string; packed: boolean }): Promise<TappedBody> {
	const cap = packed ? UNPACKED_CAP : BODY_CAP;
	let pieces: Uint8Array[] = [];
	let bytes = 0;
	let long: ReturnType<HttpTap["receivedLong"]> | undefined;
	let head: Buffer<ArrayBuffer> | undefined;
	for (let chunk = await chunks.take(); chunk; chunk = bytes < cap ? await chunks.take() : undefined) {
		const piece = chunk.subarray(0, cap - bytes);
		bytes += piece.length;
		tap.waiting(piece.length);
		if (long) long.write(piece);
		else pieces.push(piece);
		if (!long && bytes > LONG_BYTES) {
			head = Buffer.concat(pieces).subarray(0, HEAD_BYTES);
			long = tap.receivedLong();
			for (const first of pieces) long.write(first);
			pieces = [];
		}
		if (tap.busy()) await tap.whenReady();
	}
	const ended: LineEnd = bytes >= cap ? "cap" : chunks.broken ? "eof" : "newline";
	tap.waiting(-bytes);
	if (ended === "cap") await chunks.cancel();
	const whole = head ?? Buffer.concat(pieces);
	const messages = long ? long.end(ended) : bytes > 0 ? tap.received(whole, ended) : [];
	tap.bodyEnded({
		url,
		bytes,
		head: whole.subarray(0, HEAD_BYTES).toString("utf8"),
		ended,
		isMessage: messages.length > 0,
		...(chunks.broken && { failure: describeFailure(chunks.error) }),
	});
	if (chunks.broken) throw chunks.error;
	return { messages, bytes: whole };
}

/** The beginning of a body that is no message; the rest is given up, and so is one that pauses for long. */
export async function readHead(chunks: BodyChunks): Promise<{ bytes: Buffer<ArrayBuffer>; cut?: string }> {
	const pieces: Uint8Array[] = [];
	let bytes = 0;
	while (bytes < HEAD_BYTES) {
		const chunk = await chunks.peek(SILENT_MS);
		if (chunk === "late") {
			await chunks.cancel();
			return { bytes: Buffer.concat(pieces), cut: `no more came within ${SILENT_MS / 1_000} s` };
		}
		if (chunk === undefined) {
			const cut = chunks.broken ? { cut: `broke: ${describeFailure(chunks.error)}` } : {};
			return { bytes: Buffer.concat(pieces), ...cut };
		}
		pieces.push(chunk);
		bytes += chunk.length;
		await chunks.take();
	}
	const more = bytes > HEAD_BYTES || (await chunks.peek(SILENT_MS)) !== undefined;
	await chunks.cancel();
	return { bytes: Buffer.concat(pieces).subarray(0, HEAD_BYTES), ...(more && { cut: `cut after ${HEAD_BYTES >> 10} KB` }) };
}
