import { readFileSync, statSync } from "node:fs";
import { readInterface } from "../../lib/mcp/interface-file.ts";
import type { McpInterface } from "../../lib/mcp/mcp-interface.ts";
import { parseTargetText } from "../../lib/mcp/parse-target.ts";
import { Problem } from "../../lib/protocol/problem.ts";
import type { Target } from "../../lib/protocol/target.ts";
import { requireFile } from "../launch/require-file.ts";
import { targetText } from "../sessions/target-draft.ts";
import { makeCommandTarget, makeFileTarget, makeUrlTarget } from "./make-target.ts";
import { isPath } from "./order-words.ts";
import type { ReadingChoices } from "./shared-options.ts";
import { UsageError } from "./usage-error.ts";

/** One side of a comparison: an interface file, read already, or a server to ask. `label` is its word without secrets. */
export type DiffSide = { readonly label: string; readonly found: McpInterface } | { readonly label: string; readonly target: Target };

/** Reads one word of `diff`: an interface file (.json), a URL, a source file with its arguments, or a command line. */
export function readDiffSide(word: string, options: ReadingChoices): DiffSide {
	if (/\.mcpcap$/i.test(word.trim())) throw new UsageError(`${word} is a capture; diff compares interface files, which snapshot writes, and servers`);
	if (/\.json$/i.test(word.trim()) && !/^https?:\/\//i.test(word.trim())) return { label: word, found: readInterfaceFile(word) };
	const target = readTarget(word, options);
	return { label: targetText(target), target };
}

function readTarget(word: string, options: ReadingChoices): Target {
	const parsed = parseTargetText(word);
	if (parsed.kind === "url") return makeUrlTarget(parsed.url, options);
	const { args } = parsed;
	if (parsed.kind === "file") return makeFileTarget(parsed.file + (parsed.object === undefined ? "" : `:${parsed.object}`), args, options, { reload: false });
	// the folder of a package, as `dev` takes it
	if (isPath(parsed.command) && statSync(parsed.command, { throwIfNoEntry: false })?.isDirectory())
		return makeFileTarget(parsed.command, args, options, { reload: false });
	return makeCommandTarget(parsed.command, args, options);
}

function readInterfaceFile(word: string): McpInterface {
	const path = requireFile(word, process.cwd());
	const { found, fault } = readInterface(readText(path));
	if (found) return found;
	throw new Problem("no-interface-file", `${path} ${fault}.`, { hint: "Make one with: mcp-inspect snapshot SERVER > interface.json", details: { path } });
}

function readText(path: string): string {
	try {
		return readFileSync(path, "utf8");
	} catch (cause) {
		throw new Problem("file-not-permitted", `${path} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}.`, { details: { path }, cause });
	}
}
