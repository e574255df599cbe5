import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { z } from "zod";

/** A server on the first SDK: what most servers in the world are. */
const server = new McpServer({ name: "sdk-v1", version: "1.0.0" });
server.registerTool("add", { description: "Adds two numbers.", inputSchema: { a: z.number(), b: z.number() } }, ({ a, b }) => ({
	content: [{ type: "text", text: String(a + b) }],
}));
await server.connect(new StdioServerTransport());
