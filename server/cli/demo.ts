import * as z from "zod";
import { DemoTarget } from "../../lib/protocol/target.ts";
import { defineCommand } from "./define-command.ts";
import { readServerChoices } from "./read-server-choices.ts";
import { serve } from "./serve.ts";
import { BridgeChoices, bridgeOptions, ServerChoices, serverOptions } from "./shared-options.ts";
import { UsageError } from "./usage-error.ts";

export const demo = defineCommand({
	name: "demo",
	summary: "inspect the example server that comes with mcp-inspect",
	usage: "[options]",
	options: [...serverOptions, ...bridgeOptions],
	schema: z.object({ ...ServerChoices.shape, ...BridgeChoices.shape }),
	examples: [],
	async run({ words, rest, options }) {
		const extra = [...words, ...rest];
		if (extra.length > 0) throw new UsageError(`demo takes no arguments, got: ${extra.join(" ")}`);
		return serve(options, DemoTarget.parse({ ...readServerChoices(options), kind: "demo" }));
	},
});
