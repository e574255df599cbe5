import { type ChildProcess, spawn } from "node:child_process";

/**
 * Ends the servers' process groups when this process is gone without having done it, for example after SIGKILL. The watchdog is a small
 * process of its own that reads group ids from a pipe; the end of the pipe is the end of the bridge.
 */
export class Watchdog {
	#child: ChildProcess | undefined;
	readonly #groups = new Set<number>();

	constructor(readonly script: string) {}

	add(pid: number): void {
		this.#groups.add(pid);
		if (!this.#child) this.#start();
		else this.#write(`+${pid}\n`);
	}

	remove(pid: number): void {
		if (this.#groups.delete(pid)) this.#write(`-${pid}\n`);
	}

	close(): void {
		this.#child?.stdin?.end();
		this.#child = undefined;
	}

	#start(): void {
		// detached: Ctrl-C in the terminal goes to the foreground group, and the watchdog must outlive us
		const child = spawn(process.execPath, [this.script], { stdio: ["pipe", "ignore", "ignore"], detached: true, windowsHide: true, env: {} });
		child.on("error", () => {});
		child.stdin?.on("error", () => {});
		child.on("exit", () => {
			if (this.#child === child) this.#child = undefined;
		});
		child.unref();
		this.#child = child;
		for (const pid of this.#groups) this.#write(`+${pid}\n`);
	}

	#write(text: string): void {
		this.#child?.stdin?.write(text);
	}
}
