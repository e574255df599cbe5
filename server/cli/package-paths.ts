import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as z from "zod";

const here = dirname(fileURLToPath(import.meta.url));
// the bundle is dist/cli.js; run from source this file is server/cli/package-paths.ts
const root = basename(here) === "dist" ? dirname(here) : join(here, "..", "..");

/** Where the parts of the installed package are. */
export const packagePaths = {
	staticDir: join(root, "out"),
	manifestPath: join(root, "dist", "manifest.json"),
	demoScript: join(root, "dist", "demo.js"),
	watchdogScript: join(root, "dist", "watchdog.js"),
};

export function readVersion(): string {
	return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(join(root, "package.json"), "utf8"))).version;
}
