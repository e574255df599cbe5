import { delimiter, dirname } from "node:path";
import { test } from "@playwright/test";
import { onPath } from "./on-path.ts";
import { findPythonEnv, type PythonEnvName } from "./python-envs.ts";

function requireEnv(name: PythonEnvName) {
	const env = findPythonEnv(name);
	test.skip(!env, `the Python environment "${name}" could not be made`);
	if (!env) throw new Error("unreachable");
	return env;
}

/** PATH without the folder of uv. */
const pathWithoutUv = (): string[] => {
	const uv = onPath("uv");
	return (process.env.PATH ?? "").split(delimiter).filter((dir) => !uv || dir !== dirname(uv));
};

/** What a shell has in its environment: one with that virtual environment active, and without uv. Skips where there is none. */
export function activated(name: PythonEnvName): Record<string, string> {
	const env = requireEnv(name);
	return { VIRTUAL_ENV: env.folder, PATH: [env.bin, ...pathWithoutUv()].join(delimiter) };
}

/** A shell with uv and no virtual environment. Skips where there is no uv. */
export function withUv(): Record<string, string | undefined> {
	return { VIRTUAL_ENV: undefined, PATH: [requireEnv("uv").bin, process.env.PATH].join(delimiter) };
}

/** A shell with neither uv nor a virtual environment. */
export const withoutUv = (): Record<string, string | undefined> => ({ VIRTUAL_ENV: undefined, PATH: pathWithoutUv().join(delimiter) });
