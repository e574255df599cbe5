import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";

const json = { "content-type": "application/json" };
const html = { "content-type": "text/html; charset=utf-8" };
const events = { "content-type": "text/event-stream" };

/** Answers everything with one status, body and set of headers. */
export const answerAll =
	(status: number, body: string | Uint8Array = "", headers: Record<string, string> = {}): RequestListener =>
	(request, response) => {
		request.resume().on("end", () => response.writeHead(status, headers).end(body));
	};

/** An HTML page with a title, as a proxy or a login answers it. */
export const htmlPage = (title: string, status = 200): RequestListener =>
	answerAll(status, `<!doctype html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`, html);

/** Writes a block again and again, as fast as it is read, up to so many times. */
export const flood =
	(head: string, block: string, times = Number.POSITIVE_INFINITY, headers: Record<string, string> = json): RequestListener =>
	(_, response) => {
		response.writeHead(200, headers).write(head);
		let left = times;
		const more = () => {
			while (left-- > 0) if (!response.write(block)) return;
			response.end();
		};
		response.on("drain", more);
		more();
	};

type Message = { id?: unknown; method?: string; params?: { protocolVersion?: string } };

/**
 * Streamable HTTP of the legacy era at `/mcp`, without an SDK: `instead` answers the methods that it names, in its own way. Other paths
 * are 404, GET is 405.
 */
export const speakMcp =
	(instead: Record<string, (response: ServerResponse, id: unknown) => void> = {}): RequestListener =>
	async (request, response) => {
		if (request.url !== "/mcp") return void answerAll(404, "Not Found", { "content-type": "text/plain" })(request, response);
		if (request.method !== "POST") return void answerAll(405, "", { allow: "POST" })(request, response);
		const { id, method = "", params } = JSON.parse(await readText(request)) as Message;
		const own = instead[method];
		if (own) return own(response, id);
		if (id === undefined) return void response.writeHead(202).end();
		const results: Record<string, unknown> = {
			initialize: { protocolVersion: params?.protocolVersion, capabilities: { tools: {} }, serverInfo: { name: "http", version: "1" } },
			"tools/list": { tools: [{ name: "echo", inputSchema: { type: "object" } }] },
			"tools/call": { content: [{ type: "text", text: "called" }] },
		};
		const result = results[method];
		response
			.writeHead(200, json)
			.end(JSON.stringify({ jsonrpc: "2.0", id, ...(result ? { result } : { error: { code: -32601, message: `Method not found: ${method}` } }) }));
	};

/** Sends the beginning of an event, and ends the stream or breaks the connection in the middle of it. */
export const cutEvent =
	(how: "end" | "break") =>
	(response: ServerResponse, id: unknown): void => {
		response.writeHead(200, events).write(`event: message\ndata: {"jsonrpc":"2.0","id":${JSON.stringify(id)},"resu`, () => {
			if (how === "end") response.end();
			else response.destroy();
		});
	};

async function readText(request: IncomingMessage): Promise<string> {
	let text = "";
	for await (const chunk of request.setEncoding("utf8")) text += chunk;
	return text;
}
