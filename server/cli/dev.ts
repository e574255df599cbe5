import * as z from "zod";
import { defineCommand } from "./define-command.ts";
import { makeFileTarget } from "./make-target.ts";
import { serve } from "./serve.ts";
import { BridgeChoices, bridgeOptions, FileChoices, fileOptions, ServerChoices, serverOptions } from "./shared-options.ts";
import { UsageError } from "./usage-error.ts";

export const dev = defineCommand({
	name: "dev",
	summary: "start a server from its source file and inspect it",
	usage: "FILE[:OBJECT] [options] [-- SERVER ARGS…]",
	options: [
		...fileOptions,
		{ flags: "--watch <glob>", summary: "further files whose change starts the server again", many: true },
		{ flags: "--no-watch", summary: "do not start the server again when its sources change" },
		...serverOptions,
		...bridgeOptions,
	],
	schema: z.object({
		...ServerChoices.shape,
		...BridgeChoices.shape,
		...FileChoices.shape,
		watch: z.union([z.array(z.string()), z.boolean()]).default([]),
	}),
	examples: ["mcp-inspect dev server.py", "mcp-inspect dev server.py:app --with pandas -- --verbose", "mcp-inspect dev src/server.ts"],
	async run({ words, rest, options }) {
		const [spec, ...extra] = words;
		if (spec === undefined) throw new UsageError("dev wants a file: mcp-inspect dev server.py");
		if (extra.length > 0)
			throw new UsageError(`${extra.join(" ")}: arguments for the server stand after --, as in: mcp-inspect dev ${spec} -- ${extra.join(" ")}`);
		const watch = { reload: options.watch !== false, watch: Array.isArray(options.watch) ? options.watch : [] };
		return serve(options, makeFileTarget(spec, rest, options, watch));
	},
});
