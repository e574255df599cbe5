import { readdirSync, readFileSync } from "node:fs";

/** A variable that a test gives the bridge, so that everything started beneath it can be told from everything else on the machine. */
export const markName = "E2E_MARK";

/** Ids of the processes that inherited `mark`, whoever their parent is by now. Linux only; elsewhere always empty. */
export function markedProcesses(mark: string): number[] {
	if (process.platform !== "linux") return [];
	return readdirSync("/proc")
		.filter((name) => /^\d+$/.test(name))
		.map(Number)
		.filter((pid) => pid !== process.pid && environmentOf(pid).includes(`${markName}=${mark}\0`));
}

/** The command line of a process, for messages. */
export function commandOf(pid: number): string {
	try {
		return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
	} catch {
		return "(gone)";
	}
}

// a process may end between the listing and the reading; a zombie has an empty environment
function environmentOf(pid: number): string {
	try {
		return `${readFileSync(`/proc/${pid}/environ`, "utf8")}\0`;
	} catch {
		return "";
	}
}
