import type { LineEnd, LongLine } from "./line-splitter.ts";

/** Where a wire reports every byte before anything decodes it. `at` is stamped by the receiver, on one clock. */
export type Tap = {
	/** Bytes have come; the lines in them follow at once. */
	arrived(): void;
	/** One line from the server. */
	received(line: Uint8Array, ended: LineEnd): void;
	/** The same for a line that holds ASCII only and ended with its newline: its text, and where it stands in `chunk`. */
	receivedText(line: string, chunk: Buffer, from: number, to: number): void;
	receivedLong(): LongLine;
	/** One line that the server wrote to its standard error. */
	stderr(line: Uint8Array, ended: LineEnd): void;
	stderrText(line: string, chunk: Buffer, from: number, to: number): void;
	/** True when more input must wait until `whenReady`, because the capture is behind. */
	busy(): boolean;
	whenReady(): Promise<void>;
};

/** How a process ended. */
export type Exit = { code: number | null; signal: string | null };
