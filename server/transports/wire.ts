import type { Exit } from "./tap.ts";

/** The life of a connection, whatever carries it. */
export type Wire = {
	/** of the server's process, where it is a child of ours */
	readonly pid: number | undefined;
	/** bytes of a line that has begun and not ended */
	readonly waitingBytes: number;
	/** bytes that were written and that the server has not read yet */
	readonly queuedBytes: number;
	/** we have decided to end it */
	readonly ending: boolean;
	/** nothing more can come, although it lives */
	readonly stdoutClosed: boolean;
	readonly stdoutEnded: Promise<void>;
	/** the process itself has ended; what it started may live on for a moment */
	readonly left: Promise<void>;
	/** all of it is gone, and everything that it wrote was read */
	readonly exited: Promise<Exit>;
	/** Ends it, and tells what it took. `atOnce` sends SIGTERM together with the end of stdin, instead of some time after it. */
	close(atOnce?: boolean): Promise<"stdin" | "SIGTERM" | "SIGKILL">;
};
