import type { Launcher } from "./launch-context.ts";

/** Nothing is started: the server runs already. With `auto`, Streamable HTTP comes first. */
export const launchUrl: Launcher<"url"> = async (target, context) => ({
	launch: { transport: target.http === "sse" ? "sse" : "http", command: target.url, args: [], cwd: context.cwd, notes: [] },
	env: {},
	title: new URL(target.url).host,
	targetKey: target.url,
});
