import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import type { Readable } from "node:stream";
import { setTimeout as delay } from "node:timers/promises";
import { type LineSink, LineSplitter } from "./line-splitter.ts";
import { endTree, ownGroup } from "./process-tree.ts";
import { spawnProblem } from "./spawn-problem.ts";
import type { Exit, Tap } from "./tap.ts";
import type { Watchdog } from "./watchdog.ts";

const MIB = 1 << 20;
const WIRE_LIMITS = { longAfter: MIB, cap: 256 * MIB };
// a progress bar without newlines must not wait for a gigabyte
const STDERR_LIMITS = { longAfter: 256 * 1024, cap: 64 * 1024 };
const STDIN_GRACE_MS = 800;
const SIGNAL_GRACE_MS = 700;
// a grandchild can hold the pipes long after its parent has gone
const DRAIN_MS = 150;

export type StdioOptions = { command: string; args: readonly string[]; cwd: string; env: Readonly<Record<string, string>>; watchdog: Watchdog };

/** The bytes of a server that is a child process: framed and reported to a tap, never interpreted. */
export class StdioWire {
	readonly left: Promise<void>;
	readonly exited: Promise<Exit>;
	/** Set once we have decided to end the process. */
	ending = false;
	stdoutClosed = false;
	/** Resolves when the server closes its stdout, which it can do and live on. */
	readonly stdoutEnded: Promise<void>;
	#closing: Promise<"stdin" | "SIGTERM" | "SIGKILL"> | undefined;
	readonly #child: ChildProcessWithoutNullStreams;
	readonly #stdout: LineSplitter;
	readonly #watchdog: Watchdog;

	private constructor(child: ChildProcessWithoutNullStreams, tap: Tap, watchdog: Watchdog) {
		this.#child = child;
		this.#watchdog = watchdog;
		if (child.pid !== undefined && ownGroup) watchdog.add(child.pid);
		this.#stdout = new LineSplitter(
			{
				line: (bytes, ended) => tap.received(bytes, ended),
				text: (line, chunk, from, to) => tap.receivedText(line, chunk, from, to),
				openLong: () => tap.receivedLong(),
			},
			WIRE_LIMITS,
		);
		const stderr = new LineSplitter(stderrSink(tap), STDERR_LIMITS);
		this.stdoutEnded = pump(child.stdout, this.#stdout, tap).then(() => {
			this.stdoutClosed = true;
		});
		const pumped = [this.stdoutEnded, pump(child.stderr, stderr, tap)];
		child.stdin.on("error", () => {}); // EPIPE: the exit tells the story
		this.left = new Promise((resolve) => child.once("exit", () => resolve()));
		this.exited = new Promise((resolve) => {
			child.once("exit", (code, signal) => {
				const pipesDone = Promise.allSettled(pumped);
				void Promise.race([pipesDone, delay(DRAIN_MS)]).then(async () => {
					child.stdout.destroy();
					child.stderr.destroy();
					await pipesDone;
					if (child.pid !== undefined) {
						await endTree(child.pid, SIGNAL_GRACE_MS);
						watchdog.remove(child.pid);
					}
					resolve({ code, signal });
				});
			});
		});
	}

	/** Starts the process. Rejects with a `Problem` when the operating system refuses. */
	static async open(options: StdioOptions, tap: Tap): Promise<StdioWire> {
		const child = startProcess(options);
		const wire = new StdioWire(child, tap, options.watchdog);
		await new Promise<void>((resolve, reject) => {
			child.once("spawn", resolve);
			child.once("error", (error: NodeJS.ErrnoException) => reject(spawnProblem(options, error)));
		});
		child.on("error", () => {});
		return wire;
	}

	get pid(): number | undefined {
		return this.#child.pid;
	}

	get waitingBytes(): number {
		return this.#stdout.waitingBytes;
	}

	/** Bytes that were written and that the server has not read yet. */
	get queuedBytes(): number {
		return this.#child.stdin.writableLength;
	}

	/** False if the server's stdin is closed: nothing can be sent any more. */
	write(bytes: Uint8Array): boolean {
		const { stdin } = this.#child;
		if (!stdin.writable) return false;
		stdin.write(bytes);
		return true;
	}

	/** Ends the server: stdin closed, then SIGTERM, then SIGKILL to its whole group. Tells which of them it took. */
	close(atOnce = false): Promise<"stdin" | "SIGTERM" | "SIGKILL"> {
		this.ending = true;
		this.#closing ??= this.#end(atOnce);
		return this.#closing;
	}

	async #end(atOnce: boolean): Promise<"stdin" | "SIGTERM" | "SIGKILL"> {
		const child = this.#child;
		child.stdin.end();
		const left = await Promise.race([this.exited.then(() => true), delay(atOnce ? 0 : STDIN_GRACE_MS, false)]);
		if (left || child.pid === undefined) return "stdin";
		const means = await endTree(child.pid, SIGNAL_GRACE_MS);
		await Promise.race([this.exited, delay(SIGNAL_GRACE_MS)]);
		return means === "gone" ? "stdin" : means;
	}
}

/** The system's refusal comes as an event or, for some reasons, at once. */
function startProcess(options: StdioOptions): ChildProcessWithoutNullStreams {
	try {
		return spawn(options.command, [...options.args], {
			cwd: options.cwd,
			env: { ...options.env },
			stdio: ["pipe", "pipe", "pipe"],
			detached: ownGroup,
			windowsHide: true,
		});
	} catch (error) {
		throw spawnProblem(options, error as NodeJS.ErrnoException);
	}
}

function stderrSink(tap: Tap): LineSink {
	return {
		line: (bytes, ended) => tap.stderr(bytes, ended),
		text: (line, chunk, from, to) => tap.stderrText(line, chunk, from, to),
		openLong: () => ({ write: (piece) => tap.stderr(piece, "cap"), end: () => {} }),
	};
}

/** Feeds a stream to a splitter and lets the stream wait while the capture is behind. Resolves at its end, however it comes. */
function pump(stream: Readable, splitter: LineSplitter, tap: Tap): Promise<void> {
	return new Promise((resolve) => {
		let isOver = false;
		const end = () => {
			if (isOver) return;
			isOver = true;
			splitter.end();
			resolve();
		};
		stream.on("data", (chunk: Buffer) => {
			tap.arrived();
			splitter.push(chunk);
			if (!tap.busy()) return;
			stream.pause();
			void tap.whenReady().then(() => stream.resume());
		});
		// destroyed because the process has gone, or EIO: what came is kept
		stream.on("end", end).on("close", end).on("error", end);
	});
}
