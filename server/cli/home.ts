import { defineCommand } from "./define-command.ts";
import { serve } from "./serve.ts";
import { BridgeChoices, bridgeOptions } from "./shared-options.ts";
import { UsageError } from "./usage-error.ts";

/** What runs without a command: the page asks what to start. */
export const home = defineCommand({
	name: "home",
	summary: "open the page and choose there what to start",
	usage: "[options]",
	options: bridgeOptions,
	schema: BridgeChoices,
	examples: [],
	async run({ words, rest, options }) {
		const extra = [...words, ...rest];
		if (extra.length > 0) throw new UsageError(`What is to be started? mcp-inspect run -- ${extra.join(" ")}`);
		return serve(options, undefined);
	},
});
