export type SplitCommand = { words: string[] } | { fault: string };

/**
 * Splits a command line into words the way a POSIX shell does: blanks separate, `'…'` is literal, `"…"` knows `\"`, `\\`, `\$` and
 * `` \` ``, a backslash outside quotes keeps the next character. Nothing is expanded: `$HOME`, `*` and `~` stay as they are.
 */
export function splitCommand(text: string): SplitCommand {
	const words: string[] = [];
	// undefined between words: `''` is a word of its own, and empty
	let word: string | undefined;
	for (let i = 0; i < text.length; i++) {
		const char = text[i] ?? "";
		if (char === "'") {
			const end = text.indexOf("'", i + 1);
			if (end < 0) return { fault: `The ' at position ${i + 1} is not closed.` };
			word = (word ?? "") + text.slice(i + 1, end);
			i = end;
		} else if (char === '"') {
			const quoted = readDoubleQuoted(text, i + 1);
			if (!quoted) return { fault: `The " at position ${i + 1} is not closed.` };
			word = (word ?? "") + quoted.content;
			i = quoted.end;
		} else if (char === "\\") {
			if (i + 1 === text.length) return { fault: "The last character is a backslash with nothing after it." };
			i++;
			// a backslash before a line end joins the two lines
			if (text[i] !== "\n") word = (word ?? "") + text[i];
		} else if (char === " " || char === "\t" || char === "\n" || char === "\r") {
			if (word !== undefined) words.push(word);
			word = undefined;
		} else {
			word = (word ?? "") + char;
		}
	}
	if (word !== undefined) words.push(word);
	return { words };
}

function readDoubleQuoted(text: string, from: number): { content: string; end: number } | undefined {
	let content = "";
	for (let i = from; i < text.length; i++) {
		const char = text[i] ?? "";
		if (char === '"') return { content, end: i };
		const next = text[i + 1] ?? "";
		if (char === "\\" && next === "\n") i++;
		else if (char === "\\" && next !== "" && '"\\$`'.includes(next)) {
			content += next;
			i++;
		} else content += char;
	}
	return undefined;
}

const plainWord = /^[A-Za-z0-9_@%+=:,./-]+$/;

/** Writes words so that `splitCommand`, and a POSIX shell, read the same words again. */
export function quoteCommand(words: readonly string[]): string {
	return words.map((word) => (plainWord.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`)).join(" ");
}
