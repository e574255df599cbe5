import { get, type IncomingMessage } from "node:http";
import type { StartedCli } from "../e2e/setup/start-cli.ts";
import { streamPath } from "../lib/protocol/api.ts";

export type LeanStream = {
	/** Resolves with the time when `pattern` is first seen in what came since the last call of `since`, or comes later. */
	seen(pattern: RegExp): Promise<number>;
	/** Forgets what came so far. */
	forget(): void;
	close(): void;
};

/** The event stream as text, read without being understood, so that measuring costs little beside what is measured. */
export async function openLeanStream(bridge: Pick<StartedCli, "origin" | "token">): Promise<LeanStream> {
	const headers = { Authorization: `Bearer ${bridge.token}`, Accept: "text/event-stream" };
	// not fetch: its streams cost more than what is measured here
	const response = await new Promise<IncomingMessage>((resolve, reject) => {
		get(bridge.origin + streamPath, { headers }, resolve).on("error", reject);
	});
	if (response.statusCode !== 200) throw new Error(`stream: ${response.statusCode}`);
	let kept = "";
	let rest = "";
	let waiting: { pattern: RegExp; resolve: (at: number) => void } | undefined;
	const look = (): void => {
		if (!waiting?.pattern.test(kept)) return;
		const { resolve } = waiting;
		waiting = undefined;
		resolve(performance.now());
	};
	response.setEncoding("utf8").on("data", (chunk: string) => {
		const blocks = (rest + chunk).split("\n\n");
		rest = blocks.pop() ?? "";
		// batches of entries are most of a flood and hold nothing that is waited for
		for (const block of blocks) if (!block.startsWith("event: entries")) kept += `${block}\n`;
		look();
	});
	return {
		seen: (pattern) =>
			new Promise((resolve) => {
				waiting = { pattern, resolve };
				look();
			}),
		forget: () => {
			kept = "";
		},
		close: () => void response.destroy(),
	};
}
