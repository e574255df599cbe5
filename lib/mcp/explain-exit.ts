/** What a server's last lines on stderr say about why it ended: the next step in one or two sentences, if it is known. */
export function explainExit(stderr: readonly string[]): string | undefined {
	const text = stderr.join("\n");
	for (const { pattern, hint } of causes) {
		const match = pattern.exec(text);
		if (match) return hint(match[1] ?? "", match[2] ?? "", match[3] ?? "");
	}
	return explainError(stderr);
}

/** What the way a process ended tells by itself, where stderr does not. */
export function explainCode(exit: { code: number | null; signal: string | null }, stderr: readonly string[]): string | undefined {
	if (exit.signal !== null) return signals[exit.signal] ?? "Something sent it this signal. Run the command by hand to see whether it happens there too.";
	const known = codes[exit.code ?? 0];
	if (known !== undefined) return known;
	return stderr.length === 0 ? "It wrote nothing to stderr. Run the command by hand to see more." : undefined;
}

const signals: Readonly<Record<string, string>> = {
	SIGKILL: "Something killed it: often the system, when memory ran out.",
	SIGSEGV: "It crashed in native code: look at its extension modules.",
	SIGBUS: "It crashed in native code: look at its extension modules.",
	SIGILL: "It uses instructions that this processor does not have: is it built for this machine?",
	SIGABRT: "It gave itself up, as native code does when a check fails or memory runs out.",
	SIGTERM: "Another program asked it to end.",
	SIGHUP: "Another program asked it to end.",
	SIGPIPE: "It wrote to a pipe that nobody read any more.",
};

const codes: Readonly<Record<number, string>> = {
	126: "A shell found a command that it may not execute. Is it executable, and its interpreter there?",
	127: "A shell did not find a command that it was told to run. Is it installed, and on the PATH of the server?",
	134: "A process in it gave itself up (128 + SIGABRT).",
	137: "A process in it was killed (128 + SIGKILL): often the system, when memory ran out.",
	139: "A process in it crashed in native code (128 + SIGSEGV).",
	143: "A process in it was asked to end (128 + SIGTERM).",
};

/** Packages that are not called what they are imported as. */
const packages: Readonly<Record<string, string>> = {
	bs4: "beautifulsoup4",
	cv2: "opencv-python",
	dateutil: "python-dateutil",
	dotenv: "python-dotenv",
	PIL: "pillow",
	sklearn: "scikit-learn",
	yaml: "pyyaml",
};

type Cause = { pattern: RegExp; hint: (first: string, second: string, third: string) => string };

const causes: readonly Cause[] = [
	// our own runner of Python objects
	{ pattern: /^mcp-inspect: (.+?)\.?$/m, hint: (said) => `${said}.` },
	{
		pattern: /No module named '?(mcp\.server\.fastmcp)\b/,
		hint: () => "FastMCP left the mcp package with version 2. Install mcp<2 in the server's environment, or import MCPServer from mcp.server.",
	},
	{
		pattern: /No module named '?(mcp\.server\.mcpserver)\b|cannot import name '(MCPServer)'/,
		hint: () => "MCPServer came with mcp 2. Install mcp>=2 in the server's environment.",
	},
	{
		pattern: /AttributeError: 'Server' object has no attribute '((?:list|call|read|get)_\w+)'/,
		hint: (name) => `Server lost the decorator ${name} with mcp 2. Install mcp<2 in the server's environment, or pass on_${name} to Server.`,
	},
	{
		pattern: /TypeError: .*unexpected keyword argument '(on_(?:list|call|read|get)_\w+)'/,
		hint: (name) => `Server takes ${name} from mcp 2 on. Install mcp>=2 in the server's environment.`,
	},
	{
		pattern: /No module named '?([\w.]+)/,
		hint: (name) => {
			const module = name.split(".")[0] ?? name;
			const wanted = packages[module] ?? module;
			return `${module} is not in the environment that was used. Install ${wanted} there; for a file that mcp-inspect dev starts, --with ${wanted} does it.`;
		},
	},
	{
		pattern: /Cannot find (?:module|package) '([^']+)'/,
		hint: (name) => `Node did not find ${name}. Install the project's packages first, or check the path.`,
	},
	{
		pattern: /ImportError: cannot import name '([^']+)' from '([^']+)'/,
		hint: (name, module) => `${module} has no ${name}. Is another version of ${module.split(".")[0]} installed than the server was written for?`,
	},
	{
		pattern: /Top-level await is currently not supported with the "cjs"|Cannot use import statement outside a module|Unexpected token 'export'/,
		hint: () => 'The file is an ES module, and nothing says so. Put a package.json with "type": "module" beside it, or end its name in .mts or .mjs.',
	},
	{
		// esbuild, which tsx and npx tsx compile with
		pattern: /^(\/.+?):(\d+):\d+: ERROR: (.+)$/m,
		hint: (path, line, what) => `Line ${line} of ${nameOf(path)} does not parse: ${what}. Correct it, then Restart.`,
	},
	{
		pattern: /File "([^"]+)", line (\d+)\n(?:.*\n){0,4}?(?:Syntax|Indentation|Tab)Error: (.+)/,
		hint: (path, line, what) => `Line ${line} of ${nameOf(path)} does not parse: ${what}. Correct it, then Restart.`,
	},
	{
		pattern: /^(?:file:\/\/)?(\/.+?):(\d+)\n(?:.*\n){0,6}?SyntaxError: (.+)/m,
		hint: (path, line, what) => `Line ${line} of ${nameOf(path)} does not parse: ${what}. Correct it, then Restart.`,
	},
	{
		pattern: /address already in use|EADDRINUSE/i,
		hint: () => "The server wants a port that another program holds. A server that is started here must speak over stdin and stdout.",
	},
	{ pattern: /Permission denied|EACCES/i, hint: () => "The server was refused access to a file; its name stands in its stderr." },
];

const raised = /^(?:[A-Za-z_][\w.]*\.)?[A-Z]\w*(?:Error|Exception|Exit|Interrupt)\b/;
const foreign = /site-packages|dist-packages|node_modules|<frozen |\/lib\/python|node:internal|node:/;

/** The error at the end of a traceback, with the last line of the user's own code that led to it. */
function explainError(stderr: readonly string[]): string | undefined {
	const at = stderr.findLastIndex((line) => raised.test(line));
	const error = stderr[at];
	if (error === undefined) return undefined;
	const place = findPlace(stderr.slice(0, at), python, "last") ?? findPlace(stderr.slice(at + 1), node, "first");
	if (place === undefined) return undefined;
	return `Line ${place.line} of ${nameOf(place.path)} failed: ${error.slice(0, 300)}. Correct it, then Restart.`.replace(/\.\. /, ". ");
}

const python = /^\s*File "(.+?)", line (\d+)/;
const node = /^\s+at (?:.*\()?(?:file:\/\/)?(\/.+?):(\d+):\d+\)?$/;

function findPlace(lines: readonly string[], pattern: RegExp, which: "first" | "last"): { path: string; line: string } | undefined {
	const own = lines.flatMap((text) => {
		const [, path, line] = pattern.exec(text) ?? [];
		return path !== undefined && line !== undefined && !foreign.test(path) ? [{ path, line }] : [];
	});
	return which === "first" ? own[0] : own.at(-1);
}

const nameOf = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;
