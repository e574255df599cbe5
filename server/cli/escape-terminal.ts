// C0, DEL and C1: any of them can move the cursor, set a title or open a sequence that does. Bidirectional marks reorder what is read.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const unsafe = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Makes one line of foreign text harmless for a terminal: a tab becomes blanks, every other control character is written as `\x1b`. */
export function escapeTerminal(line: string): string {
	return line.replace(unsafe, (char) => {
		if (char === "\t") return "    ";
		const code = char.charCodeAt(0);
		return code < 256 ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u${code.toString(16)}`;
	});
}
