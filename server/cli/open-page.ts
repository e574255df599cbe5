import { randomBytes } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import openWithSystem from "open";

/**
 * Opens the page in the system's browser through a file that only its owner may read: the URL holds the token, and arguments of
 * processes are public. Answers how to remove the file; `failed` is called when there is no browser to call.
 */
export async function openPage(url: string, dataDir: string, failed: () => void): Promise<() => void> {
	const path = join(dataDir, `open-${randomBytes(8).toString("hex")}.html`);
	const remove = () => rmSync(path, { force: true });
	try {
		// JSON escapes quotes; "<" cannot end the script because a URL has none
		writeFileSync(path, `<!doctype html><meta charset="utf-8"><title>mcp-inspect</title><script>location.replace(${JSON.stringify(url)})</script>\n`, {
			mode: 0o600,
			flag: "wx",
		});
		const child = await openWithSystem(path);
		child.once("error", failed);
		child.once("exit", (code) => code !== 0 && code !== null && failed());
	} catch {
		failed();
	}
	return remove;
}
