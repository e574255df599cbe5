/**
 * A kettle on @modelcontextprotocol/sdk, the first of the TypeScript SDKs, which speaks every revision up to 2025-11-25.
 *
 *     mcp-inspect dev examples/kettle_v1.ts
 */
import { setTimeout as sleep } from "node:timers/promises";
import { McpServer, ResourceTemplate } from "@modelcontextprotocol/sdk/server/mcp.js";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { z } from "zod";

const teas: Readonly<Record<string, number>> = { green: 80, oolong: 90, black: 100 };

const server = new McpServer({ name: "kettle-v1", version: "1.0.0" });

server.registerTool(
	"boil",
	{ description: "Heat the water, telling how warm it is.", inputSchema: { degrees: z.number().int().min(30).max(100).default(40) } },
	async ({ degrees }, { signal, sendNotification, _meta }) => {
		for (let now = 21; now <= degrees; now++) {
			await sleep(50);
			if (signal.aborted) {
				console.error("boil was cancelled");
				throw new Error("cancelled");
			}
			if (_meta?.progressToken === undefined) continue;
			const params = { progressToken: _meta.progressToken, progress: now - 20, total: degrees - 20, message: `${now} °C` };
			await sendNotification({ method: "notifications/progress", params });
		}
		return { content: [{ type: "text", text: `The water has ${degrees} °C.` }] };
	},
);

server.registerResource("menu", "tea://menu", { description: "All teas and their temperatures", mimeType: "application/json" }, (uri) => ({
	contents: [{ uri: uri.href, mimeType: "application/json", text: JSON.stringify(teas) }],
}));

server.registerResource(
	"tea",
	new ResourceTemplate("tea://{name}", { list: undefined }),
	{ description: "How hot one tea wants its water" },
	(uri, { name }) => ({
		contents: [{ uri: uri.href, text: `${teas[String(name)] ?? "unknown"} °C` }],
	}),
);

server.registerPrompt("recommend", { description: "Ask which tea fits a mood.", argsSchema: { mood: z.string() } }, ({ mood }) => ({
	messages: [{ role: "user", content: { type: "text", text: `Which of ${Object.keys(teas).join(", ")} fits a ${mood} mood?` } }],
}));

await server.connect(new StdioServerTransport());
