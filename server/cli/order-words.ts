import { isSourceFile, splitFileSpec } from "../../lib/mcp/split-file-spec.ts";
import type { CommandDefinition } from "./define-command.ts";

export type OrderedWords = {
	/** command and its options, as the parser wants them */ argv: string[] /** what stands after the first `--`, untouched */;
	rest: string[];
};

/**
 * Puts the command first: options may stand before it, a bare source file or path means `dev`, a URL `connect`, and no word at all means `home`. Words after
 * `--` belong to the server and are not looked at.
 */
export function orderWords(args: readonly string[], commands: readonly CommandDefinition[]): OrderedWords {
	const end = args.indexOf("--");
	const own = end < 0 ? [...args] : args.slice(0, end);
	const rest = end < 0 ? [] : args.slice(end + 1);
	const at = firstOperand(own, commands);
	const word = own[at];
	if (word === undefined) {
		const asks = own.some((arg) => ["--help", "-h", "--version", "-V"].includes(arg));
		return { argv: asks ? own : ["home", ...own], rest };
	}
	if (commands.some((command) => command.name === word) || word === "help") return { argv: [word, ...own.slice(0, at), ...own.slice(at + 1)], rest };
	if (/^https?:\/\//i.test(word)) return { argv: ["connect", ...own], rest };
	return { argv: isSourceFile(splitFileSpec(word).file) || isPath(word) ? ["dev", ...own] : [word, ...own.slice(0, at), ...own.slice(at + 1)], rest };
}

/** No command has a slash in its name: such a word is the folder of a package, or a file that cannot be started, and `dev` says so. */
export const isPath = (word: string): boolean => /[\\/]|^\.{1,2}$/.test(word);

function firstOperand(args: readonly string[], commands: readonly CommandDefinition[]): number {
	const valued = new Set(
		commands.flatMap((command) => command.options.filter((option) => option.flags.includes("<")).flatMap((option) => option.flags.match(/--?[\w-]+/g) ?? [])),
	);
	for (let i = 0; i < args.length; i++) {
		const arg = args[i] ?? "";
		if (valued.has(arg)) i++;
		else if (!arg.startsWith("-")) return i;
	}
	return args.length;
}
