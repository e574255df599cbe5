import type { Client } from "@modelcontextprotocol/client";
import type { Run } from "../../lib/protocol/session.ts";
import type { EraChoice } from "../../lib/protocol/target.ts";
import { isObject } from "../capture/read-frame.ts";
import type { ResolvedLaunch } from "../launch/launch-context.ts";
import type { Wire } from "../transports/wire.ts";
import { type Driver, sender } from "./driver.ts";
import type { watchProbe } from "./negotiate.ts";
import type { Answer, Recorder, Tracked } from "./recorder.ts";

/** Timeouts are ours and not the SDK's. */
export const NO_TIMEOUT = 2 ** 31 - 1;
/** Anything that the SDK would check about a result is ours to show, so it is given a schema that says yes. */
const anything = { "~standard": { version: 1, vendor: "mcp-inspect", validate: (value: unknown) => ({ value }) } } as const;
const reportsProgress = new Set(["tools/call", "resources/read", "prompts/get"]);

/** What exists while one run lives. */
export type Live = {
	run: Run;
	era: EraChoice;
	recorder: Recorder;
	wire: Wire;
	driver: Driver;
	client: Client;
	probe: ReturnType<typeof watchProbe>;
	abort: AbortController;
	resolved: ResolvedLaunch;
};

/** Sends a request for `owner`, who hears of the frame and of its answer from the wire. Rejects when nothing could be sent, or when `signal` ends it. */
export async function sendRequest(live: Live, method: string, params: Record<string, unknown>, owner: Tracked, signal: AbortSignal): Promise<unknown> {
	const options = { signal, timeout: NO_TIMEOUT, allowInputRequired: true, ...(reportsProgress.has(method) && { onprogress: () => {} }) };
	return sender.run(owner, () => live.client.request({ method, params } as Parameters<Client["request"]>[0], anything as never, options));
}

/** Sends a request of our own and resolves with its answer from the wire. */
export function ask(live: Live, method: string, params: Record<string, unknown>): Promise<Answer> {
	return new Promise((resolve, reject) => {
		const owner: Tracked = { sent: () => {}, progressed: () => {}, answered: resolve, lost: () => reject(new Error("The server ended before it answered.")) };
		sendRequest(live, method, params, owner, live.abort.signal).catch(reject);
	});
}

/** In the modern era a server tells of changes only on a stream that was asked for (2026-07-28, subscriptions). */
export async function listenForChanges(live: Live, capabilities: Record<string, unknown>): Promise<void> {
	const offers = (name: string) => {
		const capability = capabilities[name];
		return isObject(capability) && capability.listChanged === true;
	};
	const filter = {
		...(offers("tools") && { toolsListChanged: true }),
		...(offers("prompts") && { promptsListChanged: true }),
		...(offers("resources") && { resourcesListChanged: true }),
	};
	if (live.client.getProtocolEra() !== "modern" || Object.keys(filter).length === 0) return;
	await live.client.listen(filter).catch(() => {}); // refused: the frames say why
}
