const prefix = /^(?:[rbuft]|[rb]{2}|[rf]{2}|[rt]{2})$/i;

/**
 * Answers Python source of the same length in which comments and the contents of strings are blanks, so that what is left can be
 * searched for code. Line ends stay where they are. An f-string counts as one string: code inside its braces is blanked with it.
 */
export function blankPythonText(source: string): string {
	const kept: string[] = [];
	let at = 0;
	// where the run of code began that has not been copied yet
	let from = 0;
	const blankTo = (end: number) => {
		kept.push(source.slice(from, at), source.slice(at, end).replace(/[^\r\n]/g, " "));
		at = end;
		from = end;
	};
	while (at < source.length) {
		const char = source[at];
		if (char === "#") {
			const end = source.slice(at).search(/[\r\n]/);
			blankTo(end < 0 ? source.length : at + end);
		} else if (char === '"' || char === "'") {
			blankTo(endOfString(source, at, char, isRaw(source, at)));
		} else at++;
	}
	kept.push(source.slice(from));
	return kept.join("");
}

function isRaw(source: string, quoteAt: number): boolean {
	const before = /[A-Za-z]*$/.exec(source.slice(Math.max(0, quoteAt - 3), quoteAt))?.[0] ?? "";
	return prefix.test(before) && /r/i.test(before);
}

/** The index after the closing quote. A string of one line that is not closed ends with its line, as Python would refuse it there. */
function endOfString(source: string, start: number, quote: string, raw: boolean): number {
	const triple = source.startsWith(quote.repeat(3), start);
	const close = triple ? quote.repeat(3) : quote;
	for (let i = start + close.length; i < source.length; i++) {
		const char = source[i];
		// a raw string cannot end in a quote after a backslash either, so both kinds skip it
		if (char === "\\") i += source[i + 1] === "\r" && source[i + 2] === "\n" && !raw ? 2 : 1;
		else if (source.startsWith(close, i)) return i + close.length;
		else if (!triple && (char === "\n" || char === "\r")) return i;
	}
	return source.length;
}
