import { dirname, join } from "node:path";
import { isFile } from "./find-on-path.ts";
import { findUpwards } from "./find-upwards.ts";

const inVenv = process.platform === "win32" ? join("Scripts", "python.exe") : join("bin", "python");

/** The interpreter of the `.venv` beside a file or above it, else of `$VIRTUAL_ENV`. */
export function nearestVenv(path: string, env: Readonly<Record<string, string>>): string | undefined {
	const own = findUpwards(dirname(path), join(".venv", inVenv), isFile);
	if (own) return own;
	const active = env.VIRTUAL_ENV ? join(env.VIRTUAL_ENV, inVenv) : undefined;
	return active && isFile(active) ? active : undefined;
}
