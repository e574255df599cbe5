import { readRaw } from "./bridge-client.ts";
import { readEntries } from "./read-stream.ts";
import type { StartedCli } from "./start-cli.ts";

/** Parameters of the requests of a method that went out, oldest first, as they stand on the wire. */
export async function sentParams(bridge: StartedCli, method: string): Promise<unknown[]> {
	const entries = (await readEntries(bridge)).filter((entry) => entry.kind === "request" && entry.direction === "out" && entry.method === method);
	return Promise.all(entries.map(async ({ seq }) => JSON.parse((await readRaw(bridge, seq)).toString("utf8")).params));
}
