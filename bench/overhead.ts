import { Agent, request } from "node:http";
import { resolve } from "node:path";
import { serverArgs } from "../e2e/setup/servers.ts";
import { listed } from "../e2e/setup/sessions.ts";
import { type StartedCli, startCli } from "../e2e/setup/start-cli.ts";
import { type Figure, median, ms } from "./figure.ts";
import { openLeanStream } from "./lean-stream.ts";
import { timeProcess } from "./time-process.ts";

const CALLS = 2_000;

/** What the bridge adds to a call: from the POST until the outcome is on an open stream, minus what a bare client takes. */
export const overhead: Figure = async (runs, say) => {
	const ours: number[] = [];
	const bare: number[] = [];
	const [, , ...line] = serverArgs("plain");
	for (let run = 0; run < runs; run++) {
		say(`overhead, run ${run + 1} of ${runs}`);
		ours.push(await callThrough());
		bare.push(Number((await timeProcess(process.execPath, [resolve("bench/floors/call-tool.mjs"), String(CALLS), ...line])).line));
	}
	const [measured, floor] = [median(ours), median(bare)];
	return [{ figure: `Overhead: p50 of ${CALLS} calls`, measured: ms(measured), floor: ms(floor), value: measured - floor, limit: 1, unit: " ms more" }];
};

async function callThrough(): Promise<number> {
	const bridge = await startCli(serverArgs("plain"));
	const session = await listed(bridge);
	const stream = await openLeanStream(bridge);
	const agent = new Agent({ keepAlive: true, maxSockets: 1 });
	const times: number[] = [];
	for (let i = 0; i < CALLS; i++) {
		stream.forget();
		const seen = stream.seen(/event: call\n[^\n]*"outcome":/);
		const startedAt = performance.now();
		const answered = post(bridge, agent, session.id, i);
		times.push((await seen) - startedAt);
		await answered;
	}
	agent.destroy();
	stream.close();
	await bridge.end();
	return median(times);
}

function post(bridge: StartedCli, agent: Agent, sessionId: string, i: number): Promise<void> {
	const body = JSON.stringify({ method: "tools/call", params: `{"name":"echo","arguments":{"i":${i}}}` });
	return new Promise((done, reject) => {
		const outgoing = request(
			`${bridge.origin}/api/sessions/${sessionId}/requests`,
			{ method: "POST", agent, headers: { Authorization: `Bearer ${bridge.token}`, "Content-Type": "application/json" } },
			(reply) => reply.resume().on("end", done),
		);
		outgoing.on("error", reject);
		outgoing.end(body);
	});
}
