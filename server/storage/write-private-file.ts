import { randomBytes } from "node:crypto";
import { renameSync, rmSync, writeFileSync } from "node:fs";

/** Replaces a file as a whole (0600): a reader, or a crash half-way, sees the old text or the new one and never a part. */
export function writePrivateFile(path: string, text: string): void {
	const draft = `${path}.${process.pid}.${randomBytes(4).toString("hex")}`;
	try {
		writeFileSync(draft, text, { mode: 0o600, flag: "wx" });
		renameSync(draft, path);
	} catch (error) {
		rmSync(draft, { force: true });
		throw error;
	}
}
