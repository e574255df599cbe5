import * as z from "zod";
import { defineCommand } from "./define-command.ts";
import { makeCommandTarget } from "./make-target.ts";
import { serve } from "./serve.ts";
import { BridgeChoices, bridgeOptions, ServerChoices, serverOptions } from "./shared-options.ts";
import { UsageError } from "./usage-error.ts";

export const run = defineCommand({
	name: "run",
	summary: "start a server by its command line and inspect it",
	usage: "[options] -- COMMAND ARGS…",
	options: [{ flags: "--watch <glob>", summary: "files whose change starts the server again", many: true }, ...serverOptions, ...bridgeOptions],
	schema: z.object({ ...ServerChoices.shape, ...BridgeChoices.shape, watch: z.array(z.string()).default([]) }),
	examples: ["mcp-inspect run -- npx -y @modelcontextprotocol/server-everything", "mcp-inspect run --env API_KEY -- uvx some-mcp-server"],
	async run({ words, rest, options }) {
		const [command, ...args] = [...words, ...rest];
		if (command === undefined) throw new UsageError("run wants a command: mcp-inspect run -- COMMAND ARGS…");
		return serve(options, makeCommandTarget(command, args, options, { watch: options.watch }));
	},
});
