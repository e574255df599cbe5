import { spawn } from "node:child_process";
import { setTimeout as delay } from "node:timers/promises";

const windows = process.platform === "win32";

/** Whether a server is started as the leader of its own process group, which is how all of its children are ended with it. */
export const ownGroup = !windows;

/** Sends a signal to the whole group of `pid`. False if nobody is left to receive it. */
export function signalTree(pid: number, signal: "SIGTERM" | "SIGKILL"): boolean {
	if (windows) {
		// Windows has no groups and no SIGTERM; /T ends the tree
		spawn("taskkill", ["/pid", String(pid), "/T", "/F"], { stdio: "ignore", windowsHide: true }).on("error", () => {});
		return true;
	}
	try {
		process.kill(-pid, signal);
		return true;
	} catch {
		return false;
	}
}

function treeAlive(pid: number): boolean {
	try {
		process.kill(windows ? pid : -pid, 0);
		return true;
	} catch {
		return false;
	}
}

async function waitUntilGone(pid: number, ms: number): Promise<boolean> {
	const until = performance.now() + ms;
	while (performance.now() < until) {
		if (!treeAlive(pid)) return true;
		await delay(20);
	}
	return !treeAlive(pid);
}

/** SIGTERM, then SIGKILL to everything that is left of the group of `pid`. Resolves with the strongest means that was needed. */
export async function endTree(pid: number, graceMs: number): Promise<"gone" | "SIGTERM" | "SIGKILL"> {
	if (!treeAlive(pid)) return "gone";
	signalTree(pid, "SIGTERM");
	if (await waitUntilGone(pid, graceMs)) return "SIGTERM";
	signalTree(pid, "SIGKILL");
	await waitUntilGone(pid, graceMs);
	return "SIGKILL";
}
