import * as z from "zod";
import { HttpChoice, UrlTarget } from "../../lib/protocol/target.ts";
import { defineCommand } from "./define-command.ts";
import { readEnvOptions } from "./read-env-options.ts";
import { readHeaderOptions } from "./read-header-options.ts";
import { serve } from "./serve.ts";
import { BridgeChoices, bridgeOptions, ServerChoices, serverOptions } from "./shared-options.ts";
import { UsageError } from "./usage-error.ts";

/** Of the options of a server, those that mean something where nothing is started. */
const usable = /^--(?:env|env-file|era|timeout) /;

export const connect = defineCommand({
	name: "connect",
	summary: "inspect a server that runs already, over Streamable HTTP or HTTP+SSE",
	usage: "URL [options]",
	options: [
		{ flags: "-H, --header <header>", summary: "a header 'Name: value', 'Name: ${VARIABLE}' from the environment, or @FILE with such lines", many: true },
		{ flags: "--transport <transport>", summary: "auto, http (Streamable HTTP) or sse (HTTP+SSE) (default: auto)" },
		...serverOptions.filter(({ flags }) => usable.test(flags)),
		...bridgeOptions,
	],
	schema: z.object({
		...ServerChoices.pick({ env: true, envFile: true, era: true, timeout: true }).shape,
		...BridgeChoices.shape,
		header: z.array(z.string()).default([]),
		transport: HttpChoice.default("auto"),
	}),
	examples: ["mcp-inspect connect http://127.0.0.1:8000/mcp", "mcp-inspect https://api.example.com/mcp -H 'Authorization: Bearer ${TOKEN}'"],
	async run({ words, rest, options }) {
		const [url, ...extra] = [...words, ...rest];
		if (url === undefined) throw new UsageError("connect wants a URL: mcp-inspect connect http://127.0.0.1:8000/mcp");
		if (extra.length > 0) throw new UsageError(`connect takes one URL; what is ${extra.join(" ")}?`);
		const env = readEnvOptions(options, process.env, process.cwd());
		const target = UrlTarget.safeParse({
			kind: "url",
			url,
			headers: readHeaderOptions(options.header, { ...process.env, ...env }, process.cwd()),
			http: options.transport,
			env,
			era: options.era,
			timeoutMs: options.timeout,
		});
		if (!target.success) throw new UsageError(`${url} is no URL of a server; it looks like http://127.0.0.1:8000/mcp`);
		return serve(options, target.data);
	},
});
