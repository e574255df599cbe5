import { resolve } from "node:path";
import { readEnvOptions } from "./read-env-options.ts";
import type { ServerChoices } from "./shared-options.ts";

/** The options of a server as the fields that every target shares. */
export function readServerChoices(options: ServerChoices) {
	return {
		env: readEnvOptions(options, process.env, process.cwd()),
		cleanEnv: options.cleanEnv,
		cwd: resolve(options.cwd ?? "."),
		era: options.era,
		timeoutMs: options.timeout,
	};
}
