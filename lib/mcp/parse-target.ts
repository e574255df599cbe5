import type * as z from "zod";
import { Problem } from "../protocol/problem.ts";
import { CommandTarget, FileTarget } from "../protocol/target.ts";
import { splitCommand } from "./split-command.ts";
import { isSourceFile, splitFileSpec } from "./split-file-spec.ts";

/** What a person typed, understood. A URL is told apart here, so that whoever can reach one only has to accept it. */
export type ParsedTarget = z.infer<typeof FileTarget> | z.infer<typeof CommandTarget> | { kind: "url"; url: string };

/**
 * Reads one line as a target: a URL, `server.py[:object] args…` as a file, anything else as a command line (shell quoting, nothing
 * expanded). Throws a `Problem`: `target-empty`, `target-quoting`, `target-url`.
 */
export function parseTargetText(text: string): ParsedTarget {
	const line = text.trim();
	if (/^https?:\/\//i.test(line)) return { kind: "url", url: readUrl(line) };
	const split = splitCommand(line);
	if ("fault" in split) throw new Problem("target-quoting", split.fault, { hint: "Quote as in a shell: 'a b', \"a b\" or a\\ b." });
	const [first, ...args] = split.words;
	if (!first) throw new Problem("target-empty", "There is nothing to start.", { hint: "Type a command, a source file such as server.py, or a URL." });
	const { file, object } = splitFileSpec(first);
	if (isSourceFile(file)) return FileTarget.parse({ kind: "file", file, ...(object && { object }), args });
	return CommandTarget.parse({ kind: "command", command: first, args });
}

function readUrl(line: string): string {
	// the pure layer knows no URL global; its shape is enough here, the transport judges the rest
	if (/\s/.test(line) || !/^https?:\/\/[^/?#]+/i.test(line))
		throw new Problem("target-url", `“${line}” is not a complete URL.`, { hint: "It looks like http://127.0.0.1:8000/mcp." });
	return line;
}
