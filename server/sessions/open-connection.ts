import type { TransportName } from "../../lib/protocol/target.ts";
import type { ResolvedLaunch } from "../launch/launch-context.ts";
import { StdioWire } from "../transports/stdio.ts";
import type { Watchdog } from "../transports/watchdog.ts";
import type { Connection } from "./driver.ts";
import { HttpDriver } from "./http-driver.ts";
import type { Recorder } from "./recorder.ts";
import { StdioDriver } from "./stdio-driver.ts";

export type ConnectionContext = { watchdog: Watchdog; keepSecrets: boolean };
type OpenConnection = (resolved: ResolvedLaunch, recorder: Recorder, context: ConnectionContext) => Promise<Connection>;

/** A transport that is added to the contract and not here does not compile. */
export const openConnection: { readonly [Name in TransportName]: OpenConnection } = { stdio: openStdio, http: openHttp, sse: openHttp };

async function openStdio({ launch, env }: ResolvedLaunch, recorder: Recorder, { watchdog }: ConnectionContext): Promise<Connection> {
	const wire = await StdioWire.open({ command: launch.command, args: launch.args, cwd: launch.cwd, env, watchdog }, recorder);
	return { wire, driver: new StdioDriver(wire, recorder) };
}

async function openHttp({ launch, headers }: ResolvedLaunch, recorder: Recorder, { keepSecrets }: ConnectionContext): Promise<Connection> {
	const driver = new HttpDriver({ url: launch.command, headers: headers ?? {}, transport: launch.transport === "sse" ? "sse" : "http", keepSecrets }, recorder);
	return { wire: driver.wire, driver };
}
