export type StderrLine = { text: string; kind: "plain" | "own" | "error" };

const named = /^\s*(?:Uncaught )?(?:[\w$.]+\.)?(?:[A-Z][\w$]*)?(?:Error|Exception|Exit|Interrupt|Warning)\b/;
const foreign = /site-packages|dist-packages|node_modules|<frozen |\/lib\/python|node:internal/;
const place = /^\s*File "(.+?)", line \d+/;

/**
 * Marks what to look at in the last lines of stderr: the line that names the error (the last one that looks like it, else the last line),
 * and in a Python traceback the lines of code that are the user's own.
 */
export function readTraceback(lines: readonly string[], failed: boolean): StderrLine[] {
	const last = lines.findLastIndex((line) => line.trim() !== "");
	const nameOf = lines.findLastIndex((line) => named.test(line));
	const error = failed ? (nameOf >= 0 ? nameOf : last) : -1;
	return lines.map((text, index) => {
		if (index === error) return { text, kind: "error" };
		const file = place.exec(lines[index - 1] ?? "")?.[1];
		return { text, kind: file !== undefined && !foreign.test(file) ? "own" : "plain" };
	});
}
