import * as z from "zod";
import { compareInterfaces } from "../../lib/mcp/compare-interface.ts";
import { defineCommand } from "./define-command.ts";
import { countChanges, diffLines } from "./diff-lines.ts";
import { type DiffSide, readDiffSide } from "./diff-side.ts";
import { type Inspected, inspectOnce } from "./inspect-once.ts";
import { interruptible } from "./interruptible.ts";
import { print } from "./print.ts";
import { ReadingChoices, readingOptions } from "./shared-options.ts";
import { tell } from "./tell.ts";
import { UsageError } from "./usage-error.ts";

export const diff = defineCommand({
	name: "diff",
	summary: "compare what two servers offer; exit 1 if the second breaks clients of the first",
	usage: "BEFORE AFTER [options]",
	options: [{ flags: "--json", summary: "print one JSON document: counts and changes" }, ...readingOptions],
	schema: z.object({ ...ReadingChoices.shape, json: z.boolean().default(false) }),
	examples: [
		"mcp-inspect diff interface.json server.py",
		"mcp-inspect diff interface.json 'node server.mjs --verbose' --json",
		"mcp-inspect diff https://example.com/mcp http://127.0.0.1:8000/mcp",
	],
	async run({ words, rest, options }) {
		const [one, other, ...extra] = [...words, ...rest];
		if (one === undefined || other === undefined) throw new UsageError("diff wants two servers or interface files: mcp-inspect diff interface.json server.py");
		if (extra.length > 0) throw new UsageError(`diff takes two; what is ${extra.join(" ")}? A command with arguments is one word: 'node server.mjs --verbose'`);
		// both before either server is started: a mistyped path is told at once
		const [before, after] = [readDiffSide(one, options), readDiffSide(other, options)];
		return interruptible(async (signal) => {
			const open = async (side: DiffSide): Promise<Inspected> => ("found" in side ? side : inspectOnce(side.target, options.dataDir, signal));
			const was = await open(before);
			// one after the other: they may be two states of one program, with one port or one database
			const is = was.found ? await open(after) : undefined;
			if (was.found && is?.found) {
				const changes = compareInterfaces(was.found, is.found);
				const counts = countChanges(changes);
				const document = { before: nameOf(before, was), after: nameOf(after, is), ...counts, changes };
				await print(options.json ? `${JSON.stringify(document, null, 2)}\n` : diffLines(changes, Boolean(process.stdout.isTTY) && !process.env.NO_COLOR));
				return counts.breaking > 0 ? 1 : 0;
			}
			const unread = was.found ? after : before;
			tell(`Nothing was compared: ${unread.label} could not be read.`, "bad");
			if (options.json) await print(`${JSON.stringify({ problem: was.problem ?? is?.problem, of: unread.label }, null, 2)}\n`);
			return 1;
		});
	},
});

const nameOf = ({ label }: DiffSide, { found }: Inspected) => ({ from: label, server: found?.server, protocolVersion: found?.protocolVersion });
