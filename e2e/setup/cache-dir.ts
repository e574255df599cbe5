import { mkdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** Where test environments live between runs: `$XDG_CACHE_HOME/mcp-inspect-tests`, else `~/.cache/mcp-inspect-tests`. Made if missing. */
export function cacheDir(...parts: string[]): string {
	const dir = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "mcp-inspect-tests", ...parts);
	mkdirSync(dir, { recursive: true });
	return dir;
}
