import { blankPythonText } from "./blank-python-text.ts";
import { readScriptHeader, type ScriptHeader } from "./read-script-header.ts";

/** The library that a file is written for. `mcp` is the SDK where nothing tells its major version. */
export type PythonSdk = "fastmcp" | "mcp-v1" | "mcp-v2" | "mcp";

export type PythonScan = {
	header: ScriptHeader | undefined;
	sdk: PythonSdk | undefined;
	/** uses the SDK's low-level `Server`, and none of the others */
	lowLevel: boolean;
	/** has `if __name__ == "__main__":`, or runs something at the top level as a plain script does */
	runsItself: boolean;
	/** the transport that its own start names, where that is HTTP and stdio is not mentioned */
	httpOnly: string | undefined;
	/** names at the top level that are assigned a server */
	servers: string[];
	/** modules that it imports by a name of one part: they may be files beside it */
	imports: string[];
};

const guard = /^if\s+\(?\s*(?:__name__\s*==\s*["']__main__["']|["']__main__["']\s*==\s*__name__)\s*\)?\s*:/m;

/** Reads what can be known of a Python file without running it. Comments and strings do not count as code. */
export function scanPython(source: string): PythonScan {
	// editors of Windows put a byte order mark first; Python skips it, and uv finds no header behind one
	const code = blankPythonText(source.replace(/^\uFEFF/, " ")).replace(/\\\r?\n/g, (cut) => " ".repeat(cut.length));
	const imports = readImports(code);
	const has = (module: string, name?: string) =>
		imports.some((found) => (found.module === module || found.module.startsWith(`${module}.`)) && (name === undefined || found.name === name));
	const guardAt = code.search(/^if\s+\(?\s*(?:__name__\s*==|\s+==\s*__name__)/m);
	// the words of the guard are a string, so they are read in the source, and its place in the code proves that it is none
	const guarded = guardAt >= 0 && guard.test(source.slice(guardAt));
	const topRun = /^(?:await\s+)?[\w.]+\.run(?:_async|_stdio_async)?\s*\(|^main\s*\(/m.exec(code);
	const startAt = guarded ? guardAt : (topRun?.index ?? -1);

	const fastmcp = has("fastmcp");
	const v1 =
		has("mcp.server.fastmcp") ||
		has("mcp.server", "FastMCP") ||
		/^@\w+\.(?:list_tools|call_tool|list_resources|read_resource|list_prompts|get_prompt)\s*\(/m.test(code) ||
		/\binputSchema\s*=/.test(code);
	const v2 =
		has("mcp.server.mcpserver") ||
		has("mcp.server", "MCPServer") ||
		has("mcp_types") ||
		/\bon_(?:list_tools|call_tool)\s*=/.test(code) ||
		/\binput_schema\s*=/.test(code);
	const any = has("mcp") || has("mcp_types");
	const high = fastmcp || has("mcp.server.fastmcp") || has("mcp.server", "FastMCP") || has("mcp.server.mcpserver") || has("mcp.server", "MCPServer");

	return {
		header: readScriptHeader(source),
		sdk: fastmcp ? "fastmcp" : !any ? undefined : v1 === v2 ? "mcp" : v1 ? "mcp-v1" : "mcp-v2",
		lowLevel: !high && (has("mcp.server.lowlevel") || has("mcp.server", "Server") || /\bmcp\.server\.Server\s*\(/.test(code)),
		runsItself: startAt >= 0,
		httpOnly: startAt < 0 ? undefined : readHttpTransport(source, code, startAt),
		servers: readServers(code, imports),
		imports: [...new Set(imports.flatMap((found) => (/^\.?\w+$/.test(found.module) ? [found.module.replace(".", "")] : [])))],
	};
}

type Import = { module: string; name: string | undefined; as: string };

function readImports(code: string): Import[] {
	const found: Import[] = [];
	for (const [, module = "", names = ""] of code.matchAll(/^[ \t]*from[ \t]+(\.*[\w.]*)[ \t]+import[ \t]*(\([^)]*\)|[^\r\n;]+)/gm)) {
		for (const part of names.replace(/[()]/g, "").split(",")) {
			const [, name, as] = /^\s*(\w+)(?:\s+as\s+(\w+))?\s*$/.exec(part) ?? [];
			if (name) found.push({ module: module === "." ? `.${name}` : module, name, as: as ?? name });
		}
	}
	for (const [, modules = ""] of code.matchAll(/^[ \t]*import[ \t]+([^\r\n;]+)/gm)) {
		for (const part of modules.split(",")) {
			const [, module, as] = /^\s*([\w.]+)(?:\s+as\s+(\w+))?\s*$/.exec(part) ?? [];
			if (module) found.push({ module, name: undefined, as: as ?? module });
		}
	}
	return found;
}

function readServers(code: string, imports: readonly Import[]): string[] {
	const made = new Set(imports.filter((found) => ["FastMCP", "MCPServer", "Server"].includes(found.name ?? "")).map((found) => found.as));
	const servers: string[] = [];
	for (const [, name = "", callee = ""] of code.matchAll(/^(\w+)\s*(?::[^=\r\n]+)?=\s*([\w.]+)\s*(?:\[[^\]\r\n]*\]\s*)?\(/gm)) {
		if (made.has(callee) || /\.(?:FastMCP|MCPServer|Server)$/.test(callee)) servers.push(name);
	}
	return [...new Set(servers)];
}

/** The HTTP transport that is named as a string from `start` on, unless stdio is named too: then the file chooses when it runs. */
function readHttpTransport(source: string, code: string, start: number): string | undefined {
	const named = new Set<string>();
	for (const call of code.slice(start).matchAll(/\.run(?:_async)?\s*\(\s*(?:transport\s*=\s*)?(?=\s)|\btransport\s*=\s*(?=\s)/g)) {
		const quoted = /^["']([\w-]+)["']/.exec(source.slice(start + call.index + call[0].trimEnd().length).trimStart());
		if (quoted?.[1]) named.add(quoted[1]);
	}
	if (/["']stdio["']/.test(source.slice(start))) return undefined;
	return ["streamable-http", "http", "sse"].find((transport) => named.has(transport));
}
