import { type ApiName, api, type ParamsOf, type ReplyOf, rawPath } from "../../lib/protocol/api.ts";
import type { StartedCli } from "./start-cli.ts";

type Reach = Pick<StartedCli, "origin" | "token">;

const authorized = (bridge: Reach): Record<string, string> => ({ Authorization: `Bearer ${bridge.token}` });

/** Calls the bridge as the page does; throws with the body when it refuses, checks the reply against the contract. */
export async function callBridge<Name extends ApiName>(bridge: Reach, name: Name, params: ParamsOf<Name>): Promise<ReplyOf<Name>> {
	const endpoint = api[name];
	const left: Record<string, unknown> = { ...(params as Record<string, unknown>) };
	const path = endpoint.path.replace(/:(\w+)/g, (_, key: string) => {
		const value = String(left[key]);
		delete left[key];
		return encodeURIComponent(value);
	});
	const query =
		endpoint.method === "GET" && Object.keys(left).length > 0
			? `?${new URLSearchParams(Object.entries(left).map(([key, value]) => [key, String(value)]))}`
			: "";
	const response = await fetch(bridge.origin + path + query, {
		method: endpoint.method,
		headers: { ...authorized(bridge), ...(endpoint.method === "POST" && { "Content-Type": "application/json" }) },
		...(endpoint.method === "POST" && { body: JSON.stringify(left) }),
	});
	const text = await response.text();
	if (response.status !== endpoint.status) throw new Error(`${name}: ${response.status} ${text}`);
	return endpoint.reply.parse(JSON.parse(text)) as ReplyOf<Name>;
}

/** The bytes of an entry, whole or a range. */
export async function readRaw(bridge: Reach, seq: number, from?: number, to?: number): Promise<Buffer> {
	const response = await fetch(bridge.origin + rawPath(seq, from, to), { headers: authorized(bridge) });
	if (!response.ok) throw new Error(`raw ${seq}: ${response.status} ${await response.text()}`);
	return Buffer.from(await response.arrayBuffer());
}
