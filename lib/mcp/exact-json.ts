/** A number that a double cannot hold: its digits are kept as they were typed. */
export class ExactNumber {
	constructor(readonly digits: string) {}

	/** Stands for the digits where somebody else makes the text; `restoreExact` puts them in. */
	toJSON(): string {
		return MARK + this.digits;
	}
}

const MARK = "\u0000exact:";
const SPOTS = /"\\u0000exact:([^"]*)"/g;

/**
 * Parses JSON like `JSON.parse`, but a number whose digits would change (9007199254740993, 1e400, 1.10) becomes an `ExactNumber`.
 * Throws a `SyntaxError` on text that is not JSON.
 */
export function parseExact(text: string): unknown {
	JSON.parse(text); // the platform's own error messages, and certainty for what follows
	const numbers = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
	const marked = text.replace(numbers, (token) => (token.startsWith('"') || String(Number(token)) === token ? token : `"\\u0000exact:${token}"`));
	return JSON.parse(marked, (_key, value: unknown) =>
		typeof value === "string" && value.startsWith(MARK) ? new ExactNumber(value.slice(MARK.length)) : value,
	);
}

/** The inverse of `parseExact`. White space is not kept. */
export function stringifyExact(value: unknown): string {
	return restoreExact(JSON.stringify(value));
}

/** Puts the digits of exact numbers into JSON that `JSON.stringify` made. */
export function restoreExact(text: string): string {
	return text.replace(SPOTS, (spot, digits: string) => (/^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(digits) ? digits : spot));
}
