import type { Launch } from "../protocol/session.ts";

const plain = /^[\w@%+=:,./~-]+$/;
const quote = (word: string): string => (plain.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`);

/** The command line as it can be pasted into a POSIX shell. */
export function commandLine(launch: Pick<Launch, "command" | "args">): string {
	return [launch.command, ...launch.args].map(quote).join(" ");
}
