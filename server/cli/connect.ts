import * as z from "zod";
import { defineCommand } from "./define-command.ts";
import { makeUrlTarget } from "./make-target.ts";
import { serve } from "./serve.ts";
import { BridgeChoices, bridgeOptions, ServerChoices, serverOptions, UrlChoices, urlOptions } from "./shared-options.ts";
import { UsageError } from "./usage-error.ts";

/** Of the options of a server, those that mean something where nothing is started. */
const usable = /^--(?:env|env-file|era|timeout) /;

export const connect = defineCommand({
	name: "connect",
	summary: "inspect a server that runs already, over Streamable HTTP or HTTP+SSE",
	usage: "URL [options]",
	options: [...urlOptions, ...serverOptions.filter(({ flags }) => usable.test(flags)), ...bridgeOptions],
	schema: z.object({
		...ServerChoices.pick({ env: true, envFile: true, era: true, timeout: true }).shape,
		...BridgeChoices.shape,
		...UrlChoices.shape,
	}),
	examples: ["mcp-inspect connect http://127.0.0.1:8000/mcp", "mcp-inspect https://api.example.com/mcp -H 'Authorization: Bearer ${TOKEN}'"],
	async run({ words, rest, options }) {
		const [url, ...extra] = [...words, ...rest];
		if (url === undefined) throw new UsageError("connect wants a URL: mcp-inspect connect http://127.0.0.1:8000/mcp");
		if (extra.length > 0) throw new UsageError(`connect takes one URL; what is ${extra.join(" ")}?`);
		return serve(options, makeUrlTarget(url, options));
	},
});
