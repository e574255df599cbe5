/** Where a value stands in JSON text: `start` … `end`. `end` is the text's length when the value was cut. */
export type Span = { start: number; end: number };

/**
 * Finds the values of chosen paths ("params.name") in JSON text without building it, so that digits, duplicate keys and order stay and
 * a text that was cut in the middle still gives what stands before the cut. Paths go through objects only. The first of duplicate keys wins.
 */
export function scanPaths(text: string, paths: ReadonlySet<string>): Map<string, Span> {
	const found = new Map<string, Span>();
	const parents = new Set([...paths].map((path) => path.slice(0, path.lastIndexOf("."))));
	readValue(skipSpace(0), "");
	return found;

	function skipSpace(from: number): number {
		let i = from;
		while (i < text.length && text.charCodeAt(i) <= 0x20) i += 1;
		return i;
	}

	function readValue(start: number, path: string): number {
		const wanted = path === "" || parents.has(path);
		const end = wanted && text[start] === "{" ? readObject(start, path) : skipValue(text, start);
		if (paths.has(path) && !found.has(path) && start < text.length) found.set(path, { start, end });
		return end;
	}

	function readObject(start: number, path: string): number {
		let i = skipSpace(start + 1);
		while (i < text.length && text[i] !== "}") {
			if (text[i] !== '"') return skipValue(text, start);
			const keyEnd = skipString(text, i);
			const key = text.slice(i + 1, keyEnd - 1);
			i = skipSpace(keyEnd);
			if (text[i] !== ":") return i;
			i = skipSpace(readValue(skipSpace(i + 1), path === "" ? key : `${path}.${key}`));
			if (text[i] === ",") i = skipSpace(i + 1);
		}
		return Math.min(i + 1, text.length);
	}
}

/** Index behind the string that begins at `start`; the text's length if it is cut. */
function skipString(text: string, start: number): number {
	let i = start + 1;
	while (i < text.length) {
		const quote = text.indexOf('"', i);
		if (quote === -1) return text.length;
		let slashes = 0;
		while (text[quote - 1 - slashes] === "\\") slashes += 1;
		if (slashes % 2 === 0) return quote + 1;
		i = quote + 1;
	}
	return text.length;
}

/** Index behind the value that begins at `start`. */
function skipValue(text: string, start: number): number {
	let depth = 0;
	let i = start;
	while (i < text.length) {
		const char = text[i];
		if (char === '"') i = skipString(text, i);
		else {
			if (char === "{" || char === "[") depth += 1;
			if (char === "}" || char === "]") depth -= 1;
			if (depth < 0 || (depth === 0 && char === ",")) return i;
			i += 1;
		}
		if (depth === 0 && i < text.length && (char === '"' || char === "}" || char === "]")) return i;
	}
	return text.length;
}
