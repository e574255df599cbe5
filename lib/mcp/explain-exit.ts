/** What a server's last lines on stderr say about why it ended: the next step in one sentence, if it is known. */
export function explainExit(stderr: readonly string[]): string | undefined {
	const text = stderr.join("\n");
	for (const { pattern, hint } of causes) {
		const match = pattern.exec(text);
		if (match) return hint(match[1] ?? "", match[2] ?? "");
	}
	return undefined;
}

const causes: ReadonlyArray<{ pattern: RegExp; hint: (first: string, second: string) => string }> = [
	{
		pattern: /No module named '?(mcp\.server\.fastmcp)\b/,
		hint: () => "FastMCP left the mcp package with version 2. Install mcp<2 in the server's environment, or import MCPServer from mcp.server.",
	},
	{
		pattern: /No module named '?(mcp\.server\.mcpserver)\b|cannot import name '(MCPServer)'/,
		hint: () => "MCPServer came with mcp 2. Install mcp>=2 in the server's environment.",
	},
	{
		pattern: /No module named '?([\w.]+)/,
		hint: (name) =>
			`${name.split(".")[0]} is not in the environment that was used. Install it there, or pass --with ${name.split(".")[0]} where uv is installed.`,
	},
	{
		pattern: /Cannot find (?:module|package) '([^']+)'/,
		hint: (name) => `Node did not find ${name}. Install the project's packages first, or check the path.`,
	},
	{
		pattern: /ImportError: cannot import name '([^']+)' from '([^']+)'/,
		hint: (name, module) => `${module} has no ${name}. Is another version of ${module.split(".")[0]} installed than the server was written for?`,
	},
	{ pattern: /(?:SyntaxError|IndentationError): (.+)/, hint: () => "The file does not parse. The place stands in the lines above." },
	{
		pattern: /address already in use|EADDRINUSE/i,
		hint: () => "The server wants a port that another program holds. A server that is started here must speak over stdin and stdout.",
	},
	{ pattern: /Permission denied|EACCES/i, hint: () => "The server was refused access to a file; its name stands in the lines above." },
];
