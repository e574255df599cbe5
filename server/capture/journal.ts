import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { crc32 } from "./crc32.ts";

const FLUSH_MS = 40;
const FLUSH_BYTES = 1 << 20;
/** The wire waits while this much is not on disk yet. */
const BUSY_BYTES = 24 << 20;
/** Beyond this, with a disk that refuses, bodies are dropped and said to be. */
const DROP_BYTES = 64 << 20;
const RETRY_MS = 1_000;
/** Records are encoded straight into blocks of this size: a buffer for each would cost more than its bytes. */
const BLOCK_BYTES = 256 << 10;
/** An operating system takes so many pieces at once, or more. */
const WRITEV_MOST = 512;
const SUM_BYTES = `,"sum":"00000000"}\n`.length;

export type Place = { offset: number; size: number };

/**
 * An append-only file of JSON Lines, mode 0600. Each line ends in `,"sum":"…"}`, the CRC-32 of what stands before it. Lines are written
 * within 50 ms in the order of `append`; a line is readable at once, from memory until it is on disk.
 */
export class Journal {
	readonly path: string;
	/** why nothing is recorded at the moment */
	problem: string | undefined;
	#file: FileHandle | undefined;
	#opening: Promise<void> | undefined;
	/** end of the file once everything is written */
	#end = 0;
	#written = 0;
	/** what is not on disk yet, in order: whole blocks, and the block that is being filled */
	#pending: Buffer[] = [];
	/** where records are written; another one after each `reserve` */
	block = Buffer.allocUnsafe(BLOCK_BYTES);
	#blockFrom = 0;
	#blockTo = 0;
	#pendingBytes = 0;
	#timer: NodeJS.Timeout | undefined;
	#writing: Promise<void> | undefined;
	#ready: Array<() => void> = [];
	#closed = false;

	constructor(
		path: string,
		readonly onProblem: (problem: string | undefined) => void,
	) {
		this.path = path;
	}

	get bytes(): number {
		return this.#end;
	}

	/** Nothing can be recorded: the disk refuses and memory is full, or the file is closed. */
	get #isFull(): boolean {
		return this.#closed || (this.problem !== undefined && this.#pendingBytes > DROP_BYTES);
	}

	get busy(): boolean {
		return this.#pendingBytes > BUSY_BYTES && this.problem === undefined;
	}

	/** Resolves once the disk has caught up, or has refused. */
	whenReady(): Promise<void> {
		if (!this.busy) return Promise.resolve();
		return new Promise((resolve) => this.#ready.push(resolve));
	}

	/**
	 * Adds one record, given without its closing brace. `isAscii` says that it holds ASCII only, which is written faster. Undefined if the
	 * disk refuses and memory is full: then it is not recorded.
	 */
	append(record: string, isAscii = false): Place | undefined {
		if (this.#isFull) return undefined;
		const size = this.#encode(record, isAscii);
		const place = { offset: this.#end, size };
		this.#added(size);
		return place;
	}

	#added(size: number): void {
		this.#pendingBytes += size;
		this.#end += size;
		if (this.#pendingBytes >= FLUSH_BYTES) void this.flush();
		else this.#timer ??= setTimeout(() => void this.flush(), FLUSH_MS);
	}

	/** Makes room for a record of at most `bytes` bytes in `block` and answers where it begins; -1 if nothing can be recorded. `commit` follows at once. */
	reserve(bytes: number): number {
		if (this.#isFull) return -1;
		this.#makeRoom(bytes + SUM_BYTES);
		return this.#blockTo;
	}

	/** The record that `reserve` made room for ends, without its closing brace, at `end`. Answers its length in the file. */
	commit(end: number): number {
		const from = this.#blockTo;
		this.#blockTo = writeSum(this.block, end, crc32(this.block, from, end));
		const size = this.#blockTo - from;
		this.#added(size);
		return size;
	}

	/** Puts a record and its checksum at the end of the present block. Returns its length in bytes. */
	#encode(record: string, isAscii: boolean): number {
		// three bytes is the most that a UTF-16 unit becomes
		const worst = record.length * (isAscii ? 1 : 3) + SUM_BYTES;
		this.#makeRoom(worst > BLOCK_BYTES ? Buffer.byteLength(record) + SUM_BYTES : worst);
		const { block } = this;
		const from = this.#blockTo;
		const end = from + block.write(record, from, isAscii ? "latin1" : "utf8");
		this.#blockTo = writeSum(block, end, crc32(block, from, end));
		return this.#blockTo - from;
	}

	#makeRoom(bytes: number): void {
		if (this.#blockTo + bytes <= this.block.length) return;
		this.#sealBlock();
		this.block = Buffer.allocUnsafe(Math.max(BLOCK_BYTES, bytes));
		this.#blockFrom = this.#blockTo = 0;
	}

	/** What was written into the present block so far waits as a piece of its own; the rest of the block goes on being used. */
	#sealBlock(): void {
		if (this.#blockTo > this.#blockFrom) this.#pending.push(this.block.subarray(this.#blockFrom, this.#blockTo));
		this.#blockFrom = this.#blockTo;
	}

	/** Bytes `offset` … `offset + size` of the file, written or not. */
	async read({ offset, size }: Place): Promise<Buffer> {
		if (offset >= this.#written) return this.#readPending(offset, size);
		const buffer = Buffer.allocUnsafe(Math.min(size, this.#end - offset));
		// what is still in memory may be on its way to the disk while we read: take that part now
		const onDisk = Math.min(buffer.length, this.#written - offset);
		if (onDisk < buffer.length) this.#readPending(this.#written, buffer.length - onDisk).copy(buffer, onDisk);
		let done = 0;
		while (done < onDisk) {
			const { bytesRead } = await (this.#file as FileHandle).read(buffer, done, onDisk - done, offset + done);
			if (bytesRead === 0) break;
			done += bytesRead;
		}
		return done < onDisk ? buffer.subarray(0, done) : buffer;
	}

	/** Writes what waits. Never rejects: `problem` tells. */
	async flush(): Promise<void> {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		this.#writing ??= this.#drain().finally(() => {
			this.#writing = undefined;
		});
		await this.#writing;
	}

	async close(): Promise<void> {
		await this.flush();
		this.#closed = true;
		clearTimeout(this.#timer);
		await this.#file?.sync().catch(() => {});
		await this.#file?.close().catch(() => {});
		this.#file = undefined;
	}

	async #drain(): Promise<void> {
		try {
			this.#opening ??= this.#open();
			await this.#opening;
			for (this.#sealBlock(); this.#pending.length > 0; this.#sealBlock()) {
				const batch = this.#pending.slice(0, WRITEV_MOST);
				const { bytesWritten } = await (this.#file as FileHandle).writev(batch, this.#written);
				this.#settle(bytesWritten);
			}
			this.#setProblem(undefined);
		} catch (error) {
			if (!this.#file) this.#opening = undefined;
			this.#setProblem((error as NodeJS.ErrnoException).code ?? String(error));
			if (!this.#closed) this.#timer ??= setTimeout(() => void this.flush(), RETRY_MS);
		}
		if (!this.busy) for (const resolve of this.#ready.splice(0)) resolve();
	}

	/** A full disk may take a part of a batch. */
	#settle(bytesWritten: number): void {
		this.#written += bytesWritten;
		this.#pendingBytes -= bytesWritten;
		let left = bytesWritten;
		let whole = 0;
		for (const piece of this.#pending) {
			if (piece.length > left) break;
			left -= piece.length;
			whole += 1;
		}
		this.#pending = this.#pending.slice(whole);
		if (left > 0) this.#pending[0] = (this.#pending[0] as Buffer).subarray(left);
	}

	async #open(): Promise<void> {
		// O_NOFOLLOW: a link planted in a shared directory must not be written through
		const flags = constants.O_CREAT | constants.O_RDWR | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0);
		this.#file = await open(this.path, flags, 0o600);
	}

	#readPending(offset: number, size: number): Buffer {
		this.#sealBlock();
		const parts: Buffer[] = [];
		let at = this.#written;
		let wanted = size;
		for (const line of this.#pending) {
			const from = Math.max(0, offset - at);
			if (from < line.length && wanted > 0) {
				const part = line.subarray(from, from + wanted);
				parts.push(part);
				wanted -= part.length;
			}
			at += line.length;
			if (wanted <= 0) break;
		}
		return Buffer.concat(parts);
	}

	#setProblem(problem: string | undefined): void {
		if (this.problem === problem) return;
		this.problem = problem;
		this.onProblem(problem);
	}
}

const hex = Buffer.from("0123456789abcdef");
const beforeSum = Buffer.from(',"sum":"');
const afterSum = Buffer.from('"}\n');

/** Writes `,"sum":"…"}` and a newline; returns the offset behind them. */
function writeSum(block: Buffer, offset: number, sum: number): number {
	let at = offset;
	for (let i = 0; i < beforeSum.length; i++) block[at++] = beforeSum[i] as number;
	for (let shift = 28; shift >= 0; shift -= 4) block[at++] = hex[(sum >>> shift) & 0xf] as number;
	for (let i = 0; i < afterSum.length; i++) block[at++] = afterSum[i] as number;
	return at;
}
