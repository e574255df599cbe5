import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";

/** The floor of a call: a bare client. `node call-tool.mjs COUNT COMMAND ARGS…` prints the median of COUNT sequential calls in milliseconds. */
const [count, command, ...args] = process.argv.slice(2);
const client = new Client({ name: "floor", version: "1" });
await client.connect(new StdioClientTransport({ command, args, env: process.env, stderr: "ignore" }));
const times = [];
for (let i = 0; i < Number(count); i++) {
	const startedAt = performance.now();
	await client.callTool({ name: "echo", arguments: { i } });
	times.push(performance.now() - startedAt);
}
times.sort((a, b) => a - b);
process.stdout.write(`${times[times.length >> 1]}\n`);
await client.close();
