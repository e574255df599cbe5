import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { callBridge } from "../e2e/setup/bridge-client.ts";
import { ensurePythonEnvs, findPythonEnv } from "../e2e/setup/python-envs.ts";
import { connected } from "../e2e/setup/sessions.ts";
import { startCli } from "../e2e/setup/start-cli.ts";
import { type Figure, median, ms } from "./figure.ts";
import { openLeanStream } from "./lean-stream.ts";
import { timeProcess } from "./time-process.ts";

const listed = /"tools":\{"state":"complete"/;

/** From the spawn of the command until the page is served, and until the server's tools are in the capture. */
export const ready: Figure = async (runs, say) => {
	await ensurePythonEnvs(say);
	const python = findPythonEnv("v2");
	if (!python) throw new Error("The Python environment with SDK 2 could not be made.");
	const server = resolve("examples/notes_mcpserver.py");
	// as in a terminal where the environment is active
	const env = { ...process.env, VIRTUAL_ENV: python.folder, PATH: python.bin + delimiter + process.env.PATH };
	const args = ["dev", server];
	// what the inspector learned of the interpreter at its first start is kept there, as it is for a person
	const dataDir = mkdtempSync(join(tmpdir(), "mcp-inspect-bench-"));
	const line = await resolvedLine(args, env, dataDir);
	const page: number[] = [];
	const tools: number[] = [];
	const bare: number[] = [];
	const node: number[] = [];
	for (let run = 0; run < runs; run++) {
		say(`ready, run ${run + 1} of ${runs}`);
		const startedAt = performance.now();
		const bridge = await startCli(args, { env, dataDir });
		const stream = await openLeanStream(bridge);
		const seen = stream.seen(listed);
		await (await fetch(bridge.origin)).text();
		page.push(performance.now() - startedAt);
		tools.push((await seen) - startedAt);
		stream.close();
		await bridge.end();
		bare.push((await timeProcess(process.execPath, [resolve("bench/floors/list-tools.mjs"), ...line], env)).ms);
		node.push((await timeProcess(process.execPath, ["-e", "0"])).ms);
	}
	rmSync(dataDir, { recursive: true, force: true });
	return [row("Ready: tools of a Python server in the capture", median(tools), median(bare), 1.3), row("Ready: page served", median(page), median(node), 6)];
};

function row(figure: string, measured: number, floor: number, limit: number) {
	return { figure, measured: ms(measured), floor: ms(floor), value: measured / floor, limit, unit: "×" };
}

/** How the inspector itself starts the server, so that the floor starts the very same. */
async function resolvedLine(args: readonly string[], env: NodeJS.ProcessEnv, dataDir: string): Promise<string[]> {
	const bridge = await startCli(args, { env, dataDir });
	const { id } = await connected(bridge);
	const { sessions } = await callBridge(bridge, "listSessions", {});
	const launch = sessions.find((session) => session.id === id)?.launch;
	await bridge.end();
	if (!launch) throw new Error("The example server did not start.");
	return [launch.command, ...launch.args];
}
