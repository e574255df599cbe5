import { resolve } from "node:path";

/** Arguments of `mcp-inspect` for one of the small servers: `run -- node server.mjs MODE ARGS`. */
export const serverArgs = (mode: string, ...args: readonly string[]): string[] => [
	"run",
	"--",
	process.execPath,
	resolve("e2e/servers/server.mjs"),
	mode,
	...args,
];
