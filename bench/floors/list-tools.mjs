import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";

/** The floor of being ready: a bare client that spawns the server, shakes hands and lists its tools. `node list-tools.mjs COMMAND ARGS…` */
const [command, ...args] = process.argv.slice(2);
const client = new Client({ name: "floor", version: "1" });
await client.connect(new StdioClientTransport({ command, args, env: process.env, stderr: "ignore" }));
const { tools } = await client.listTools();
process.stdout.write(`${tools.length}\n`);
await client.close();
