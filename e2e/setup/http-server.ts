import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { until } from "./until.ts";

export type HttpServer = Awaited<ReturnType<typeof startHttpServer>>;
export type HttpServerOptions = {
	env?: Record<string, string | undefined>;
	/** what it prints once it listens; the first group is the port */
	ready: RegExp;
};

/** Starts a server that listens on a port, and waits until it says so. `output` is what it wrote to both streams. */
export async function startHttpServer(command: string, args: readonly string[], { env, ready }: HttpServerOptions) {
	const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
	let output = "";
	for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (output += chunk.toString("utf8")));
	let ended = false;
	child.on("error", (error) => (output += error.message));
	child.on("close", () => (ended = true));
	const end = async () => {
		if (ended) return;
		child.kill("SIGTERM");
		await until("the server exits after SIGTERM", () => ended, 1_500).catch(() => child.kill("SIGKILL"));
	};
	const said = await until(`${[command, ...args].join(" ")} listens`, () => ended || ready.exec(output), 30_000).catch(async (error) => {
		await end();
		throw new Error(`${error}\n${output.slice(-2_000)}`);
	});
	if (said === true) throw new Error(`${command} ended before it listened:\n${output.slice(-2_000)}`);
	return { port: Number(said[1]), output: () => output, end };
}

/** A port that nothing listens on, for a server that must be told one. */
export function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const probe = createServer();
		probe.on("error", reject).listen(0, "127.0.0.1", () => {
			const address = probe.address();
			const port = typeof address === "object" && address ? address.port : 0;
			probe.close(() => resolve(port));
		});
	});
}
