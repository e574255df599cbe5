import { spawn } from "node:child_process";

/**
 * The floor of a flood: a bare reader that splits lines and parses each. `node read-lines.mjs COUNT KIND COMMAND ARGS…` prints the
 * milliseconds from the call to its answer.
 */
const [count, kind, command, ...args] = process.argv.slice(2);
const child = spawn(command, args, { stdio: ["pipe", "pipe", "pipe"] });
const send = (message) => child.stdin.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);

let startedAt = 0;
let read = 0;
const take = (parse) => {
	let rest = "";
	return (chunk) => {
		const lines = (rest + chunk).split("\n");
		rest = lines.pop();
		for (const line of lines) {
			read++;
			if (parse) answer(JSON.parse(line));
		}
	};
};
let answered = false;
function answer(message) {
	if (message.id === 1) {
		send({ method: "notifications/initialized" });
		startedAt = performance.now();
		read = 0;
		send({ id: 2, method: "tools/call", params: { name: "flood", arguments: { count: Number(count), kind } } });
	} else if (message.id === 2) answered = true;
}
const done = setInterval(finish, 1);
function finish() {
	// stderr is another pipe and may trail the answer
	if (!answered || read < Number(count)) return;
	clearInterval(done);
	process.stdout.write(`${performance.now() - startedAt}\n`);
	child.kill();
}
child.stdout.setEncoding("utf8").on("data", take(true));
child.stderr.setEncoding("utf8").on("data", take(false));
send({ id: 1, method: "initialize", params: { protocolVersion: "2025-11-25", capabilities: {}, clientInfo: { name: "floor", version: "1" } } });
