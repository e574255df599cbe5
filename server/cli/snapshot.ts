import { writeInterface } from "../../lib/mcp/interface-file.ts";
import { isSourceFile, splitFileSpec } from "../../lib/mcp/split-file-spec.ts";
import type { Target } from "../../lib/protocol/target.ts";
import { defineCommand } from "./define-command.ts";
import { inspectOnce } from "./inspect-once.ts";
import { interruptible } from "./interruptible.ts";
import { makeCommandTarget, makeFileTarget, makeUrlTarget } from "./make-target.ts";
import { isPath } from "./order-words.ts";
import { print } from "./print.ts";
import { ReadingChoices, readingOptions } from "./shared-options.ts";
import { UsageError } from "./usage-error.ts";

export const snapshot = defineCommand({
	name: "snapshot",
	summary: "write what a server offers as JSON on stdout",
	usage: "FILE | URL | -- COMMAND ARGS… [options]",
	options: readingOptions,
	schema: ReadingChoices,
	examples: [
		"mcp-inspect snapshot server.py > interface.json",
		"mcp-inspect snapshot -- node server.mjs > interface.json",
		"mcp-inspect snapshot http://127.0.0.1:8000/mcp > interface.json",
	],
	async run({ words, rest, options }) {
		const target = readTarget(words, rest, options);
		return interruptible(async (signal) => {
			const { found } = await inspectOnce(target, options.dataDir, signal);
			if (!found) return 1;
			await print(writeInterface(found));
			return 0;
		});
	},
});

function readTarget(words: readonly string[], rest: readonly string[], options: ReadingChoices): Target {
	const [first, ...more] = words;
	if (first !== undefined && /^https?:\/\//i.test(first)) {
		if (more.length + rest.length > 0) throw new UsageError(`snapshot takes one URL; what is ${[...more, ...rest].join(" ")}?`);
		return makeUrlTarget(first, options);
	}
	if (first !== undefined && (isSourceFile(splitFileSpec(first).file) || isPath(first))) {
		if (more.length > 0)
			throw new UsageError(`${more.join(" ")}: arguments for the server stand after --, as in: mcp-inspect snapshot ${first} -- ${more.join(" ")}`);
		return makeFileTarget(first, rest, options, { reload: false });
	}
	const [command, ...args] = [...words, ...rest];
	if (command === undefined) throw new UsageError("snapshot wants a server: mcp-inspect snapshot server.py");
	return makeCommandTarget(command, args, options);
}
