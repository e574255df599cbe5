import { resolve } from "node:path";
import type { PythonEnvName } from "./python-envs.ts";

/** What the tests do with a server: each has a tool that tells its progress and takes as long as its arguments say, a resource and a prompt. */
export type Deeds = {
	tool: string;
	quick: Record<string, unknown>;
	/** so long that a test can cancel it */
	long: Record<string, unknown>;
	resource: string;
	reads: RegExp;
	prompt: string;
	promptArguments: Record<string, string>;
	prompts: RegExp;
	/** what the server writes to stderr when the tool was cancelled; absent where it takes no notice */
	cancelled?: RegExp;
};

const notes: Deeds = {
	tool: "reindex",
	quick: { steps: 3 },
	long: { steps: 600 },
	resource: "notes://tags",
	reads: /mcp.*1/s,
	prompt: "summarise",
	promptArguments: { tag: "mcp" },
	prompts: /Read the specification/,
	cancelled: /reindex was cancelled/,
};
const kettle: Deeds = {
	tool: "boil",
	quick: { degrees: 30 },
	long: { degrees: 100 },
	resource: "tea://menu",
	reads: /oolong/,
	prompt: "recommend",
	promptArguments: { mood: "calm" },
	prompts: /calm mood/,
	cancelled: /boil was cancelled/,
};
// it sleeps on when it is cancelled
const everything: Deeds = {
	tool: "trigger-long-running-operation",
	quick: { duration: 0.4, steps: 4 },
	long: { duration: 20, steps: 40 },
	resource: "demo://resource/static/document/architecture.md",
	reads: /Everything Server/,
	prompt: "args-prompt",
	promptArguments: { city: "Oslo" },
	prompts: /Oslo/,
};

/** A server as the matrix starts it. */
export type McpServer = {
	name: string;
	does: Deeds;
	/** the Python environment that `python` is of */
	env?: PythonEnvName;
	command: string;
	args: readonly string[];
	/** how it is reached: over stdio the inspector starts it, else the test does */
	http?: { transport: "http" | "sse"; port: (port: number) => readonly string[]; portEnv?: string; ready: RegExp };
	/** the era that `auto` finds */
	auto: "legacy" | "modern";
	/** refuses clients of the legacy era */
	modernOnly?: true;
	/** keeps nothing between two requests */
	stateless?: true;
	/** answers are single JSON bodies, which have no place for progress */
	plainJson?: true;
};

const uvicorn = { port: (port: number) => ["--port", String(port)], ready: /Uvicorn running on http:\/\/127\.0\.0\.1:(\d+)/ };
const python = { command: "python", does: notes };
const v1 = { ...python, env: "v1", auto: "legacy" } as const;
const v2 = { ...python, env: "v2", auto: "modern" } as const;
const fastmcp = { ...python, env: "fastmcp", auto: "modern" } as const;
const [notesV1, notesV2, notesFastmcp] = ["notes_v1.py", "notes_mcpserver.py", "notes_fastmcp.py"].map((file) => resolve("examples", file)) as [
	string,
	string,
	string,
];
const kettleArgs = ["--import", "tsx", resolve("examples/kettle.ts")];
const kettleServer = { command: process.execPath, does: kettle, auto: "modern" } as const;
const kettleHttp = {
	transport: "http",
	port: (port: number) => ["--http", String(port)],
	ready: /ready at http:\/\/127\.0\.0\.1:(\d+)/,
} as const;
const everythingPath = resolve("node_modules/@modelcontextprotocol/server-everything/dist/index.js");
const reference = { command: process.execPath, does: everything, auto: "legacy" } as const;
// it takes its port from the environment, and prints that one
const express = { port: () => [], portEnv: "PORT", ready: /(?:running on|listening on) port (\d+)/ };

/**
 * Four libraries over three transports, the forms of Streamable HTTP that have no session or no stream, and the TypeScript SDK 2, which
 * can refuse the legacy era.
 */
export const mcpServers: readonly McpServer[] = [
	{ ...v1, name: "mcp 1 over stdio", args: [notesV1] },
	{ ...v1, name: "mcp 1 over Streamable HTTP", args: [notesV1, "--transport", "http"], http: { transport: "http", ...uvicorn } },
	{ ...v1, name: "mcp 1 over HTTP+SSE", args: [notesV1, "--transport", "sse"], http: { transport: "sse", ...uvicorn } },
	{
		...v1,
		name: "mcp 1 over Streamable HTTP, stateless with JSON answers",
		args: [notesV1, "--transport", "http", "--stateless"],
		http: { transport: "http", ...uvicorn },
		stateless: true,
		plainJson: true,
	},
	{ ...v2, name: "mcp 2 over stdio", args: [notesV2] },
	{ ...v2, name: "mcp 2 over Streamable HTTP", args: [notesV2, "--transport", "http"], http: { transport: "http", ...uvicorn } },
	{ ...v2, name: "mcp 2 over HTTP+SSE", args: [notesV2, "--transport", "sse"], http: { transport: "sse", ...uvicorn } },
	{
		...v2,
		name: "mcp 2 over Streamable HTTP, stateless with JSON answers",
		args: [notesV2, "--transport", "http", "--stateless"],
		http: { transport: "http", ...uvicorn },
		stateless: true,
		plainJson: true,
	},
	{ ...fastmcp, name: "fastmcp 4 over stdio", args: [notesFastmcp] },
	{ ...fastmcp, name: "fastmcp 4 over Streamable HTTP", args: [notesFastmcp, "--transport", "http"], http: { transport: "http", ...uvicorn } },
	{ ...fastmcp, name: "fastmcp 4 over HTTP+SSE", args: [notesFastmcp, "--transport", "sse"], http: { transport: "sse", ...uvicorn } },
	{
		...fastmcp,
		name: "fastmcp 4 over Streamable HTTP, stateless with JSON answers",
		args: [notesFastmcp, "--transport", "http", "--stateless"],
		http: { transport: "http", ...uvicorn },
		stateless: true,
		plainJson: true,
	},
	{ ...reference, name: "server-everything over stdio", args: [everythingPath, "stdio"] },
	{ ...reference, name: "server-everything over Streamable HTTP", args: [everythingPath, "streamableHttp"], http: { transport: "http", ...express } },
	{ ...reference, name: "server-everything over HTTP+SSE", args: [everythingPath, "sse"], http: { transport: "sse", ...express } },
	{ ...kettleServer, name: "TypeScript SDK 2 over stdio, both eras", args: [...kettleArgs, "--dual"] },
	{ ...kettleServer, name: "TypeScript SDK 2 over stdio, modern only", args: kettleArgs, modernOnly: true },
	{ ...kettleServer, name: "TypeScript SDK 2 over Streamable HTTP, both eras", args: [...kettleArgs, "--dual"], http: kettleHttp, stateless: true },
	{ ...kettleServer, name: "TypeScript SDK 2 over Streamable HTTP, modern only", args: kettleArgs, http: kettleHttp, stateless: true, modernOnly: true },
];
