import type { Target } from "../../lib/protocol/target.ts";

const minimal = ["HOME", "LOGNAME", "PATH", "SHELL", "TERM", "USER", "LANG", "SystemRoot", "TEMP", "TMP", "USERPROFILE"] as const;

/**
 * The environment of the server: the whole of ours (or, for `cleanEnv`, what a process cannot do without) and the target's own on top.
 * Variables of the bridge itself (`MCP_INSPECT_…`) stay here.
 */
export function childEnv(target: Pick<Target, "env" | "cleanEnv">, ours: Readonly<Record<string, string | undefined>>): Record<string, string> {
	const names = target.cleanEnv ? minimal : Object.keys(ours);
	const env: Record<string, string> = {};
	for (const name of names) {
		const value = ours[name];
		if (value !== undefined && !name.startsWith("MCP_INSPECT_")) env[name] = value;
	}
	return { ...env, ...target.env };
}

/** Adds what makes a Python server behave on a pipe, unless the user decided otherwise: no held-back output, no banner. */
export function pythonEnv(env: Readonly<Record<string, string>>): Record<string, string> {
	return { PYTHONUNBUFFERED: "1", FASTMCP_SHOW_SERVER_BANNER: "false", ...env };
}
