#!/usr/bin/env node
/** A package with a bin: mcp-inspect dev examples/dice */
import { randomInt } from "node:crypto";
import { McpServer } from "@modelcontextprotocol/server";
import { serveStdio } from "@modelcontextprotocol/server/stdio";
import { z } from "zod";

serveStdio(() => {
	const server = new McpServer({ name: "dice", version: "1.0.0" });
	const inputSchema = z.object({ sides: z.number().int().min(2).default(6), times: z.number().int().min(1).max(100).default(1) });
	server.registerTool("roll", { description: "Roll a die, once or more.", inputSchema }, ({ sides, times }) => {
		const rolls = Array.from({ length: times }, () => randomInt(1, sides + 1));
		return { content: [{ type: "text", text: rolls.join(" ") }] };
	});
	return server;
});
