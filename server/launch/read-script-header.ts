/** A PEP 723 header: what the script itself says that it needs. */
export type ScriptHeader = { dependencies: string[]; requiresPython: string | undefined };

/**
 * Reads the `# /// script` block. It is metadata in comments, with TOML inside, of which only two keys matter here; uv reads the
 * whole itself. Undefined without a closed block.
 */
export function readScriptHeader(source: string): ScriptHeader | undefined {
	const lines = source.split(/\r\n|\n|\r/);
	const start = lines.findIndex((line) => /^# \/\/\/ script\s*$/.test(line));
	if (start < 0) return undefined;
	const block: string[] = [];
	let closedAt = -1;
	for (const line of lines.slice(start + 1)) {
		if (line !== "#" && !line.startsWith("# ")) break;
		// the last `# ///` closes: the block may hold such a line itself
		if (/^# \/\/\/\s*$/.test(line)) closedAt = block.length;
		block.push(line.slice(2));
	}
	if (closedAt < 0) return undefined;
	const toml = block.slice(0, closedAt).join("\n");
	return { dependencies: readTomlStrings(toml, "dependencies"), requiresPython: /^requires-python\s*=\s*["']([^"']*)["']/m.exec(toml)?.[1] };
}

/** The strings of a TOML array `key = ["…", '…']`, over as many lines as it takes; comments between them are skipped. */
export function readTomlStrings(toml: string, key: string): string[] {
	const start = new RegExp(`^${key}\\s*=\\s*\\[`, "m").exec(toml);
	if (!start) return [];
	const strings: string[] = [];
	const token = /#[^\n]*|"((?:[^"\\\n]|\\.)*)"|'([^'\n]*)'|\]/gy;
	for (let at = start.index + start[0].length; at < toml.length; ) {
		token.lastIndex = at;
		const found = token.exec(toml);
		if (!found) {
			at++;
			continue;
		}
		if (found[0] === "]") return strings;
		const text = found[1]?.replace(/\\(.)/g, "$1") ?? found[2];
		if (text !== undefined) strings.push(text);
		at = token.lastIndex;
	}
	return [];
}
