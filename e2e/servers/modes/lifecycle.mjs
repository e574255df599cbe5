import { spawn } from "node:child_process";
import { closeSync } from "node:fs";

const traceback = `Traceback (most recent call last):
  File "/srv/app/server.py", line 7, in <module>
    import pandas
ModuleNotFoundError: No module named 'pandas'
`;

/** How a server starts, hangs and ends. */
export const lifecycle = {
	/** Reads and never says anything. */
	silent(wire) {
		wire.take = () => {};
		process.stdin.removeAllListeners("data");
		process.stdin.on("data", () => {});
	},
	"slow-initialize"(wire, ms = "3000") {
		const initialize = wire.handlers.get("initialize");
		wire.on("initialize", async (message) => {
			await new Promise((resolve) => setTimeout(resolve, Number(ms)));
			return initialize(message);
		});
	},
	"exit-traceback"(_, code = "3") {
		process.stderr.write(traceback);
		process.exit(Number(code));
	},
	"exit-zero"() {
		process.exit(0);
	},
	"killed-at-start"(_, signal = "SIGABRT") {
		process.kill(process.pid, signal);
	},
	/** Fails the first starts and works afterwards: the file counts them. */
	async "fails-once"(_, file) {
		const { existsSync, writeFileSync } = await import("node:fs");
		if (existsSync(file)) return;
		writeFileSync(file, "failed");
		process.stderr.write(traceback);
		process.exit(1);
	},
	crash(wire) {
		wire.tool("crash", (_, { id }) => {
			process.stderr.write("about to crash\n");
			process.stdout.write(`{"jsonrpc":"2.0","id":${JSON.stringify(id)},"resu`, () => process.exit(139));
		});
	},
	"ignore-sigterm"() {
		process.on("SIGTERM", () => process.stderr.write("SIGTERM ignored\n"));
		process.stdin.removeAllListeners("end");
		setInterval(() => {}, 1_000);
	},
	/** Leaves a grandchild that holds its pipes, and exits when told. */
	grandchild(wire) {
		const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "inherit" });
		wire.tool("pid", () => wire.text(String(child.pid)));
		wire.tool("leave", () => process.exit(0));
	},
	/** Fails soon after its start, and leaves a grandchild that takes its time to end. */
	"exit-with-grandchild"() {
		const child = spawn(process.execPath, ["-e", "process.on('SIGTERM', () => {}); process.send('ready'); setInterval(() => {}, 1000)"], {
			stdio: ["ignore", "ignore", "ignore", "ipc"],
		});
		child.on("message", () => {
			process.stderr.write("Error: the configuration is missing\n");
			process.exit(3);
		});
	},
	/** Lives on with its stdout closed; what it would answer after that is lost. */
	"closes-stdout"(wire) {
		process.stdout.on("error", () => {});
		wire.on("notifications/initialized", () => closeSync(1));
		setInterval(() => {}, 1_000);
	},
	/** Answers the environment and the arguments that it was started with. */
	env(wire, ...args) {
		wire.tool("env", () => wire.text(JSON.stringify({ env: process.env, cwd: process.cwd(), args })));
	},
};
