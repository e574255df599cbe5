import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { McpInterface } from "../../lib/mcp/mcp-interface.ts";
import { Problem, type ProblemData } from "../../lib/protocol/problem.ts";
import type { Target } from "../../lib/protocol/target.ts";
import { EntryIndex } from "../capture/entry-index.ts";
import { InspectedSession } from "../sessions/session.ts";
import { openDataDir } from "../storage/data-dir.ts";
import { Watchdog } from "../transports/watchdog.ts";
import { packagePaths, readVersion } from "./package-paths.ts";
import { isListed, readInterface } from "./read-interface.ts";
import { tellProblem } from "./tell.ts";
import { tellSessions } from "./tell-sessions.ts";

/** A server that does not answer must not hold a script up for ever. */
const GIVE_UP_MS = 60_000;

export type Inspected = { readonly found: McpInterface; readonly problem?: undefined } | { readonly found?: undefined; readonly problem: ProblemData };

/**
 * Starts or reaches a server without page and port, reads all that it offers, and ends it. What happens is told on stderr, the problem
 * included.
 */
export async function inspectOnce(target: Target, dataDir: string | undefined, signal: AbortSignal): Promise<Inspected> {
	const environments = openDataDir(dataDir, process.env, process.platform);
	const captureDir = mkdtempSync(join(tmpdir(), "mcp-inspect-"));
	const watchdog = new Watchdog(packagePaths.watchdogScript);
	const tellSession = tellSessions();
	let settle: (how: "listed" | "over" | "late" | "interrupted") => void = () => {};
	const settled = new Promise<Parameters<typeof settle>[0]>((resolve) => {
		settle = resolve;
	});
	let watching = true;
	const session = new InspectedSession(target, {
		index: new EntryIndex(),
		captureDir,
		watchdog,
		keepSecrets: false,
		version: readVersion(),
		launch: { env: process.env, cwd: process.cwd(), dataDir: environments, demoScript: packagePaths.demoScript },
		changed(session) {
			if (!watching) return;
			tellSession(session.view());
			if (session.state === "failed" || session.state === "disconnected") settle("over");
			else if (isListed(session)) settle("listed");
		},
		callChanged: () => {},
	});
	const giveUpMs = target.timeoutMs ?? GIVE_UP_MS;
	const timer = setTimeout(() => settle("late"), giveUpMs);
	const interrupt = () => settle("interrupted");
	signal.addEventListener("abort", interrupt);
	if (signal.aborted) interrupt();
	try {
		void session.start();
		const how = await settled;
		watching = false;
		if (how === "listed") return { found: await readInterface(session) };
		if (how === "over") return { problem: session.view().problem ?? { code: "ended", message: "The server ended." } };
		throw how === "late" ? lateProblem(session, giveUpMs) : new Problem("interrupted", "Interrupted before the server had said what it offers.");
	} catch (error) {
		if (!(error instanceof Problem)) throw error;
		tellProblem(error);
		return { problem: error.toData() };
	} finally {
		watching = false;
		clearTimeout(timer);
		signal.removeEventListener("abort", interrupt);
		await session.close();
		watchdog.close();
		rmSync(captureDir, { recursive: true, force: true });
	}
}

function lateProblem(session: InspectedSession, ms: number): Problem {
	const waited = session.state === "connected" ? "its lists were not complete" : "it was not connected";
	return new Problem("gave-up", `Gave up after ${ms / 1_000} s: ${waited}.`, { hint: "Give it longer with --timeout MS." });
}
