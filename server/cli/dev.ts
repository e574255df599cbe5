import * as z from "zod";
import { splitFileSpec } from "../../lib/mcp/split-file-spec.ts";
import { FileTarget } from "../../lib/protocol/target.ts";
import { requirePath } from "../launch/require-file.ts";
import { defineCommand } from "./define-command.ts";
import { readServerChoices } from "./read-server-choices.ts";
import { serve } from "./serve.ts";
import { BridgeChoices, bridgeOptions, ServerChoices, serverOptions } from "./shared-options.ts";
import { UsageError } from "./usage-error.ts";

export const dev = defineCommand({
	name: "dev",
	summary: "start a server from its source file and inspect it",
	usage: "FILE[:OBJECT] [options] [-- SERVER ARGS…]",
	options: [
		{ flags: "--with <package>", summary: "a Python package that the server needs as well", many: true },
		{ flags: "-e, --with-editable <path>", summary: "a Python project to install in place", many: true },
		{ flags: "--python <path>", summary: "the Python interpreter, or with uv its version" },
		{ flags: "--watch <glob>", summary: "further files whose change starts the server again", many: true },
		{ flags: "--no-watch", summary: "do not start the server again when its sources change" },
		...serverOptions,
		...bridgeOptions,
	],
	schema: z.object({
		...ServerChoices.shape,
		...BridgeChoices.shape,
		with: z.array(z.string()).default([]),
		withEditable: z.array(z.string()).default([]),
		python: z.string().optional(),
		watch: z.union([z.array(z.string()), z.boolean()]).default([]),
	}),
	examples: ["mcp-inspect dev server.py", "mcp-inspect dev server.py:app --with pandas -- --verbose", "mcp-inspect dev src/server.ts"],
	async run({ words, rest, options }) {
		const [spec, ...extra] = words;
		if (spec === undefined) throw new UsageError("dev wants a file: mcp-inspect dev server.py");
		if (extra.length > 0)
			throw new UsageError(`${extra.join(" ")}: arguments for the server stand after --, as in: mcp-inspect dev ${spec} -- ${extra.join(" ")}`);
		const { file, object } = splitFileSpec(spec);
		// a mistyped path is told here, and not in a page that is opened for it
		const { path } = requirePath(file, process.cwd());
		const target = FileTarget.parse({
			...readServerChoices(options),
			kind: "file",
			file: path,
			object,
			with: options.with,
			withEditable: options.withEditable,
			python: options.python,
			args: rest,
			reload: options.watch !== false,
			watch: Array.isArray(options.watch) ? options.watch : [],
		});
		return serve(options, target);
	},
});
