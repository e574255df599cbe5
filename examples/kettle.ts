/**
 * A kettle on @modelcontextprotocol/server 2. It speaks 2026-07-28 and nothing older, unless --dual lets older clients in; over stdio,
 * or with --http over Streamable HTTP.
 *
 *     mcp-inspect dev examples/kettle.ts
 *
 *     npx tsx examples/kettle.ts --http 8000
 *     mcp-inspect connect http://127.0.0.1:8000/mcp
 */
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { serve } from "@hono/node-server";
import { createMcpHandler, McpServer, ResourceTemplate } from "@modelcontextprotocol/server";
import { serveStdio } from "@modelcontextprotocol/server/stdio";
import { z } from "zod";

const { values: options } = parseArgs({ options: { http: { type: "string" }, dual: { type: "boolean", default: false } } });
const teas: Readonly<Record<string, number>> = { green: 80, oolong: 90, black: 100 };

/** Called for each request over HTTP, where nothing outlives one, and once over stdio. */
function makeServer(): McpServer {
	const server = new McpServer({ name: "kettle", version: "1.0.0" });

	server.registerTool(
		"boil",
		{ description: "Heat the water, telling how warm it is.", inputSchema: z.object({ degrees: z.number().int().min(30).max(100).default(40) }) },
		async ({ degrees }, { mcpReq: { signal, notify, _meta } }) => {
			const progressToken = _meta?.progressToken;
			for (let now = 21; now <= degrees; now++) {
				await sleep(50);
				if (signal.aborted) {
					console.error("boil was cancelled");
					throw new Error("cancelled");
				}
				if (progressToken === undefined) continue;
				await notify({ method: "notifications/progress", params: { progressToken, progress: now - 20, total: degrees - 20, message: `${now} °C` } });
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
		(uri, { name }) => ({ contents: [{ uri: uri.href, text: `${teas[String(name)] ?? "unknown"} °C` }] }),
	);

	server.registerPrompt("recommend", { description: "Ask which tea fits a mood.", argsSchema: z.object({ mood: z.string() }) }, ({ mood }) => ({
		messages: [{ role: "user", content: { type: "text", text: `Which of ${Object.keys(teas).join(", ")} fits a ${mood} mood?` } }],
	}));

	return server;
}

if (options.http === undefined) {
	serveStdio(makeServer, { legacy: options.dual ? "serve" : "reject" });
} else {
	const handler = createMcpHandler(makeServer, { legacy: options.dual ? "stateless" : "reject" });
	serve({ fetch: (request) => handler.fetch(request), hostname: "127.0.0.1", port: Number(options.http) }, ({ port }) =>
		console.error(`kettle: ready at http://127.0.0.1:${port}/mcp`),
	);
}
