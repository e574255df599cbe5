import type { Target } from "../../lib/protocol/target.ts";
import { type Bridge, makeBridge } from "../http/start-bridge.ts";
import { openDataDir } from "../storage/data-dir.ts";
import { openPage } from "./open-page.ts";
import { packagePaths, readVersion } from "./package-paths.ts";
import type { BridgeChoices } from "./shared-options.ts";
import { tell } from "./tell.ts";
import { tellSessions } from "./tell-sessions.ts";
import { untilEnded } from "./until-ended.ts";

const DEFAULT_PORT = 6290;
const PAGE_WAIT_MS = 5_000;

/**
 * Runs the inspector until the user ends it: starts the server under inspection (none for the home page), serves the page, opens it.
 * Answers the exit code. Throws a `Problem` when the page cannot be served.
 */
export async function serve(choices: BridgeChoices, target: Target | undefined): Promise<number> {
	const dataDir = openDataDir(choices.dataDir, process.env, process.platform);
	const core = makeBridge({
		...packagePaths,
		port: choices.port ?? DEFAULT_PORT,
		portTaken: choices.port === undefined ? "next" : "fail",
		dataDir,
		version: readVersion(),
		devOrigin: choices.devOrigin,
		publicUrl: choices.publicUrl,
		keepSecrets: choices.keepSecrets,
		env: process.env,
		cwd: process.cwd(),
	});
	const ended = untilEnded();
	const tellSession = tellSessions();
	core.onSession(tellSession);
	try {
		// the server starts while the port is taken and the page is opened
		if (target) tellSession(core.openSession(target));
		const bridge = await core.listen();
		if (bridge.port !== DEFAULT_PORT && choices.port === undefined) tell(`Port ${DEFAULT_PORT} is taken, using ${bridge.port}`, "dim");
		if (choices.json) process.stdout.write(`${JSON.stringify({ url: bridge.url, port: bridge.port, pid: process.pid })}\n`);
		const closePage = await showPage(bridge, dataDir, choices);
		const code = await ended.code;
		closePage();
		return code;
	} finally {
		await core.close();
		ended.release();
	}
}

/** Opens a browser, or says where the page is. Answers what must be undone at the end. */
async function showPage(bridge: Bridge, dataDir: string, choices: BridgeChoices): Promise<() => void> {
	const sayUrl = () => tell(`The inspector is at ${bridge.url}`, "strong");
	// with --json the line on stdout is the one place for the token
	if (!choices.open) {
		if (!choices.json) sayUrl();
		return () => {};
	}
	tell(`Opening the inspector on port ${bridge.port}`, "dim");
	let said = false;
	const sayOnce = () => {
		if (said || bridge.pageSeen()) return;
		said = true;
		sayUrl();
	};
	const remove = await openPage(bridge.url, dataDir, sayOnce);
	const timer = setTimeout(sayOnce, PAGE_WAIT_MS);
	void bridge.whenPageSeen.then(() => {
		clearTimeout(timer);
		remove();
	});
	return () => {
		clearTimeout(timer);
		remove();
	};
}
