import { tell } from "./tell.ts";

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
const LAST_MOMENT_MS = 2_800;

/**
 * Waits for the end: a signal (exit code `atSignal`), or a bug that nobody caught (1). From the first signal on, a second one or 2.8 s without
 * an end exit at once: the watchdog then ends what is left. `release` gives the signals back.
 */
export function untilEnded(atSignal = 0): { code: Promise<number>; release(): void } {
	let finish: (code: number) => void = () => {};
	const code = new Promise<number>((resolve) => {
		finish = resolve;
	});
	let ending = false;
	let timer: NodeJS.Timeout | undefined;
	const end = (exitCode: number) => {
		if (ending) process.exit(exitCode);
		ending = true;
		timer = setTimeout(() => process.exit(exitCode), LAST_MOMENT_MS);
		finish(exitCode);
	};
	const onSignal = () => end(atSignal);
	const onBug = (error: unknown) => {
		tell(`mcp-inspect failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`, "bad");
		end(1);
	};
	// whoever read our output is gone; the inspector is not
	const onPipe = (error: NodeJS.ErrnoException) => {
		if (error.code !== "EPIPE") onBug(error);
	};
	for (const signal of signals) process.on(signal, onSignal);
	process.on("uncaughtException", onBug).on("unhandledRejection", onBug);
	process.stdout.on("error", onPipe);
	process.stderr.on("error", onPipe);
	return {
		code,
		release() {
			clearTimeout(timer);
			for (const signal of signals) process.off(signal, onSignal);
			process.off("uncaughtException", onBug).off("unhandledRejection", onBug);
		},
	};
}
