import { Problem } from "../../lib/protocol/problem.ts";
import { maskUrl } from "../storage/mask-credentials.ts";
import type { Launcher } from "./launch-context.ts";

/**
 * Nothing is started: the server runs already. With `auto`, Streamable HTTP comes first. `${NAME}` in a header is taken from the
 * environment at each connect, so that no secret has to stand in a command line. Throws `header-variable` if there is no such variable.
 */
export const launchUrl: Launcher<"url"> = async (target, context) => ({
	launch: { transport: target.http === "sse" ? "sse" : "http", command: target.url, args: [], cwd: context.cwd, notes: [] },
	env: {},
	headers: Object.fromEntries(Object.entries(target.headers).map(([name, value]) => [name, fillVariables(name, value, { ...context.env, ...target.env })])),
	title: new URL(target.url).host,
	targetKey: maskUrl(target.url),
});

function fillVariables(header: string, value: string, env: Readonly<Record<string, string | undefined>>): string {
	return value.replace(/\$\{(\w+)\}/g, (_, name: string) => {
		const found = env[name];
		if (found === undefined)
			throw new Problem("header-variable", `The header ${header} wants ${name}, which is not in the environment.`, {
				hint: `Set ${name} and start again, or pass it with --env ${name}=….`,
			});
		return found;
	});
}
