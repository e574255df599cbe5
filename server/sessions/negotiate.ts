import { basename } from "node:path";
import { Client } from "@modelcontextprotocol/client";
import { type EraChoice, modernRevisions } from "../../lib/protocol/target.ts";
import type { Driver } from "./driver.ts";

/** A server that does not answer the probe and says nothing else for so long does not know it. */
const PROBE_QUIET_MS = 5_000;
/** These fetch packages first; their silence says nothing about the server. */
const slowStarters = new Set(["npx", "npm", "pnpm", "yarn", "bunx", "uv", "uvx", "pipx", "docker", "podman"]);
const PROBE_SLOW_MS = 20_000;

export type NegotiationEvents = { step(text: string, bad?: boolean): void };

/** The SDK's client for an era choice. It declares no capability: what the server may ask of a user has no place to be answered yet. */
export function makeClient(version: string, era: EraChoice): Client {
	const options = { capabilities: {}, enforceStrictCapabilities: false } as const;
	const info = { name: "mcp-inspect", title: "mcp-inspect", version };
	if (era === "auto") return new Client(info, { ...options, versionNegotiation: { mode: "auto", probe: { timeoutMs: 2 ** 31 - 1 } } });
	if (era === "modern") return new Client(info, { ...options, versionNegotiation: { mode: { pin: modernRevisions[0] as string } } });
	if (era === "legacy") return new Client(info, { ...options, versionNegotiation: { mode: "legacy" } });
	if (modernRevisions.includes(era)) return new Client(info, { ...options, versionNegotiation: { mode: { pin: era } } });
	return new Client(info, { ...options, versionNegotiation: { mode: "legacy" }, supportedProtocolVersions: [era] });
}

/**
 * Ends the wait for an answer to `server/discover` (2026-07-28, versioning): the SDK is told that there is none, and goes on with
 * `initialize` on the same pipe. What counts is silence, because starting can take long; a server that only logs is given up at last.
 */
export function watchProbe(transport: Driver, command: string, events: NegotiationEvents): { heard(): void; end(): void } {
	const slow = slowStarters.has(basename(command).replace(/\.(cmd|exe)$/i, ""));
	let quiet: NodeJS.Timeout | undefined;
	let last: NodeJS.Timeout | undefined;
	const end = () => {
		clearTimeout(quiet);
		clearTimeout(last);
		quiet = undefined;
	};
	const probed = (id: string | number) => {
		const at = performance.now();
		const giveUp = () => {
			end();
			events.step(`No answer to server/discover after ${((performance.now() - at) / 1_000).toFixed(1)} s: going on with initialize`);
			transport.deliver({ jsonrpc: "2.0", id, error: { code: -32601, message: "no answer" } });
		};
		quiet = setTimeout(giveUp, slow ? PROBE_SLOW_MS : PROBE_QUIET_MS);
		last = setTimeout(giveUp, PROBE_SLOW_MS);
	};
	transport.onrequest = (method, id) => {
		if (method === "server/discover") {
			events.step("Sent server/discover to learn the era");
			probed(id);
		}
		if (method === "initialize") {
			end();
			events.step("Sent initialize");
		}
	};
	return { heard: () => void quiet?.refresh(), end };
}
