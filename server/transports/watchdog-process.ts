import { createInterface } from "node:readline";
import { endTree } from "./process-tree.ts";

/** The watchdog's own process: `+PID` and `-PID` on stdin; at the end of stdin every group that is left is ended. */
const groups = new Set<number>();
const lines = createInterface({ input: process.stdin });

lines.on("line", (line) => {
	const pid = Number(line.slice(1));
	if (!Number.isInteger(pid) || pid <= 1) return;
	if (line.startsWith("+")) groups.add(pid);
	else groups.delete(pid);
});

lines.on("close", async () => {
	await Promise.all([...groups].map((pid) => endTree(pid, 800)));
	process.exit(0);
});

// the terminal's signals are for the bridge, whose end we wait for
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => {});
