/**
 * A stdio MCP server without an SDK, so that a test decides every byte. `tools` maps a name to `{ definition, call }`;
 * `call(args, message)` answers a result, or undefined when it answers (or not) by itself.
 */
export function openWire() {
	const wire = {
		tools: new Map(),
		capabilities: { tools: { listChanged: true }, logging: {} },
		handlers: new Map(),
		/** Writes bytes or text as they are; answers false when the pipe is full. */
		write: (data) => process.stdout.write(data),
		send: (message) => wire.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`),
		answer: (id, result) => wire.send({ id, result }),
		refuse: (id, code, message, data) => wire.send({ id, error: { code, message, ...(data !== undefined && { data }) } }),
		notify: (method, params) => wire.send({ method, ...(params && { params }) }),
		text: (text) => ({ content: [{ type: "text", text }] }),
		/** Adds a tool; `inputSchema` defaults to any object. */
		tool: (name, call, definition = {}) => wire.tools.set(name, { definition: { name, inputSchema: { type: "object" }, ...definition }, call }),
		on: (method, handle) => wire.handlers.set(method, handle),
		/** Resolves when stdout takes more. */
		drained: () => new Promise((resolve) => process.stdout.once("drain", resolve)),
	};

	wire.on("initialize", ({ params }) => ({
		protocolVersion: params.protocolVersion,
		capabilities: wire.capabilities,
		serverInfo: { name: "wire", version: "1.2.3" },
	}));
	wire.on("ping", () => ({}));
	wire.on("tools/list", () => ({ tools: [...wire.tools.values()].map((tool) => tool.definition) }));
	wire.on("tools/call", (message) => {
		const tool = wire.tools.get(message.params.name);
		if (!tool) return wire.refuse(message.id, -32602, `Unknown tool: ${message.params.name}`);
		return tool.call(message.params.arguments ?? {}, message);
	});
	wire.tool("echo", (args) => wire.text(JSON.stringify(args)), { description: "Answers its arguments as JSON text." });

	let waiting = "";
	wire.take = (chunk) => {
		waiting += chunk;
		const lines = waiting.split("\n");
		waiting = lines.pop();
		for (const line of lines) if (line.trim()) receive(JSON.parse(line));
	};
	async function receive(message) {
		if (message.method === undefined) return;
		const handle = wire.handlers.get(message.method);
		if (!handle && message.id !== undefined) return wire.refuse(message.id, -32601, `Method not found: ${message.method}`);
		const result = await handle?.(message);
		if (message.id !== undefined && result !== undefined && result !== false && result !== true) wire.answer(message.id, result);
	}
	process.stdin.setEncoding("utf8");
	process.stdin.on("data", wire.take);
	process.stdin.on("end", () => process.exit(0));
	return wire;
}
