import { isAscii } from "node:buffer";

/** How a line ended: with its newline, with the stream, or because it grew beyond the cap. */
export type LineEnd = "newline" | "eof" | "cap";

/** Takes the pieces of one long line as they arrive. */
export type LongLine = { write(piece: Uint8Array): void; end(ended: LineEnd): void };

export type LineSink = {
	/** A whole line without its newline; a carriage return before it stays. */
	line(bytes: Uint8Array, ended: LineEnd): void;
	/**
	 * The same for a line that ended with its newline and holds ASCII only, which most do: `chunk` from `from` up to `to`, and its text, for
	 * text is made of a whole chunk at once. The chunk is the sink's only until it returns.
	 */
	text?(line: string, chunk: Buffer, from: number, to: number): void;
	/** A line has passed `longAfter` bytes; its pieces so far and to come go to what this returns. */
	openLong(): LongLine;
};

const NEWLINE = 0x0a;

/**
 * Cuts chunks of bytes into lines. Chunks may hold many lines, a line many chunks, and a character may be cut anywhere: bytes stay bytes.
 * A line is handed on whole up to `longAfter` bytes; a longer one goes piece by piece, so that memory does not grow with it, and is
 * ended by force at `cap` bytes.
 */
export class LineSplitter {
	#pieces: Uint8Array[] = [];
	#bytes = 0;
	#long: LongLine | undefined;

	constructor(
		readonly sink: LineSink,
		readonly limits: { longAfter: number; cap: number },
	) {}

	/** Bytes of the line that has begun and not ended. */
	get waitingBytes(): number {
		return this.#bytes;
	}

	push(chunk: Buffer): void {
		let start = 0;
		if (this.sink.text && isAscii(chunk)) {
			// what has begun is ended as bytes
			if (this.#bytes > 0) start = this.#pushUpTo(chunk, chunk.indexOf(NEWLINE));
			start = this.#pushText(chunk, start);
		}
		while (start < chunk.length) {
			const newline = chunk.indexOf(NEWLINE, start);
			const end = newline === -1 ? chunk.length : newline;
			this.#take(chunk, start, end);
			if (newline === -1) return;
			this.#finish("newline");
			start = newline + 1;
		}
	}

	/** Takes the bytes up to `newline`, which may not be there. Returns where the next line begins. */
	#pushUpTo(chunk: Buffer, newline: number): number {
		this.#take(chunk, 0, newline === -1 ? chunk.length : newline);
		if (newline === -1) return chunk.length;
		this.#finish("newline");
		return newline + 1;
	}

	/** Hands whole lines on as text; returns where the first begins that is not whole, or is long. */
	#pushText(chunk: Buffer, from: number): number {
		const text = chunk.toString("latin1", from);
		let start = 0;
		for (;;) {
			const newline = text.indexOf("\n", start);
			if (newline === -1 || newline - start > this.limits.longAfter) return from + start;
			this.sink.text?.(text.slice(start, newline), chunk, from + start, from + newline);
			start = newline + 1;
		}
	}

	/** The stream is over: what waits is a line without its newline. */
	end(): void {
		if (this.#bytes > 0) this.#finish("eof");
	}

	#take(chunk: Uint8Array, start: number, end: number): void {
		let from = start;
		while (from < end) {
			const to = Math.min(end, from + this.limits.cap - this.#bytes);
			const piece = chunk.subarray(from, to);
			this.#bytes += piece.length;
			if (this.#long) this.#long.write(piece);
			else this.#pieces.push(piece);
			if (!this.#long && this.#bytes > this.limits.longAfter) this.#becomeLong();
			if (this.#bytes >= this.limits.cap) this.#finish("cap");
			from = to;
		}
	}

	#becomeLong(): void {
		const long = this.sink.openLong();
		for (const piece of this.#pieces) long.write(piece);
		this.#pieces = [];
		this.#long = long;
	}

	#finish(ended: LineEnd): void {
		const long = this.#long;
		const pieces = this.#pieces;
		this.#pieces = [];
		this.#bytes = 0;
		this.#long = undefined;
		if (long) long.end(ended);
		else this.sink.line(pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces), ended);
	}
}
