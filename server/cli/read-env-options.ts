import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseEnv } from "node:util";
import { UsageError } from "./usage-error.ts";

/**
 * The environment that the options add: files in their order, then each `NAME=VALUE`, or `NAME` with its value from `ours`. Throws a
 * `UsageError` for a name that is not set, a name that is none, and a file that cannot be read.
 */
export function readEnvOptions(
	options: { env: readonly string[]; envFile: readonly string[] },
	ours: Readonly<Record<string, string | undefined>>,
	cwd: string,
): Record<string, string> {
	const env: Record<string, string> = {};
	for (const file of options.envFile) Object.assign(env, parseEnv(readEnvFile(resolve(cwd, file))));
	for (const given of options.env) {
		const equals = given.indexOf("=");
		const name = equals < 0 ? given : given.slice(0, equals);
		const value = equals < 0 ? ours[name] : given.slice(equals + 1);
		if (name === "" || name.includes("\0")) throw new UsageError(`--env ${given}: the name is missing; write NAME=VALUE`);
		if (value === undefined) throw new UsageError(`--env ${name}: ${name} is not set here; write ${name}=VALUE`);
		env[name] = value;
	}
	return env;
}

function readEnvFile(path: string): string {
	try {
		return readFileSync(path, "utf8");
	} catch (error) {
		throw new UsageError(`--env-file ${path}: ${error instanceof Error ? error.message : String(error)}`);
	}
}
