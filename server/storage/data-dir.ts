import { accessSync, constants, mkdirSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { Problem } from "../../lib/protocol/problem.ts";

type Env = Readonly<Record<string, string | undefined>>;

/** Where the data directory is when nobody says otherwise. A relative `XDG_STATE_HOME` is ignored, as the XDG specification demands. */
export function defaultDataDir(env: Env, platform: NodeJS.Platform): string {
	const home = env.HOME || env.USERPROFILE || homedir();
	if (platform === "darwin") return join(home, "Library", "Application Support", "mcp-inspect");
	if (platform === "win32") return join(env.LOCALAPPDATA || join(home, "AppData", "Local"), "mcp-inspect");
	const state = env.XDG_STATE_HOME;
	return join(state?.startsWith("/") ? state : join(home, ".local", "state"), "mcp-inspect");
}

/** Makes (0700) and answers the absolute data directory: `dir`, else the platform's default. Throws `data-dir-not-writable`. */
export function openDataDir(dir: string | undefined, env: Env, platform: NodeJS.Platform): string {
	const path = resolve(dir ?? defaultDataDir(env, platform));
	try {
		mkdirSync(path, { recursive: true, mode: 0o700 });
		accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
	} catch (cause) {
		const reason = cause instanceof Error ? cause.message : String(cause);
		throw new Problem("data-dir-not-writable", `The data directory ${path} cannot be used: ${reason}.`, {
			hint: "Choose another one with --data-dir DIR.",
			details: { path, reason },
			cause,
		});
	}
	return path;
}
