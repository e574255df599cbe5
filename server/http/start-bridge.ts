import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import { parseTargetText } from "../../lib/mcp/parse-target.ts";
import type { Call } from "../../lib/protocol/call.ts";
import { Problem } from "../../lib/protocol/problem.ts";
import type { Session } from "../../lib/protocol/session.ts";
import { Target } from "../../lib/protocol/target.ts";
import { EntryIndex } from "../capture/entry-index.ts";
import { InspectedSession, type SessionContext } from "../sessions/session.ts";
import { targetText } from "../sessions/target-draft.ts";
import { describeTarget } from "../sessions/target-view.ts";
import { openRecents } from "../storage/recents-file.ts";
import { openSettings } from "../storage/settings-file.ts";
import { Watchdog } from "../transports/watchdog.ts";
import { type Allowed, allowedFor, checkBody, checkOrigin, checkToken } from "./guard.ts";
import { makeHandlers } from "./handlers.ts";
import { mountApi } from "./mount-api.ts";
import { mountRaw } from "./raw-body.ts";
import { mountStatic, readManifest } from "./static-files.ts";
import { makeBridgeId, StreamReaders } from "./stream.ts";

export type BridgeOptions = {
	/** 0 = any free */
	port: number;
	/** what to do when the port is taken; default `next` */
	portTaken?: "next" | "fail";
	dataDir: string;
	/** the exported page, and the list of its files */
	staticDir: string;
	manifestPath: string;
	demoScript: string;
	watchdogScript: string;
	version: string;
	devOrigin?: string | undefined;
	publicUrl?: string | undefined;
	keepSecrets: boolean;
	env: Readonly<Record<string, string | undefined>>;
	cwd: string;
};

export type Bridge = {
	/** with the token in its fragment; whoever has it controls this inspector */
	url: string;
	port: number;
	/** Opens a session and starts its server. */
	openSession(target: Target): Session;
	onSession(listener: (session: Session) => void): () => void;
	/** resolves once a page has opened the stream */
	whenPageSeen: Promise<void>;
	pageSeen(): boolean;
	/** Ends every server and closes the captures. */
	close(): Promise<void>;
};

/** The sessions of a bridge, before it listens: servers can start while the port is being taken. */
export type BridgeCore = Pick<Bridge, "openSession" | "onSession" | "close"> & { listen(): Promise<Bridge> };

export function makeBridge(options: BridgeOptions): BridgeCore {
	const index = new EntryIndex();
	const watchdog = new Watchdog(options.watchdogScript);
	const sessions = new Map<string, InspectedSession>();
	const listeners = new Set<(session: Session) => void>();
	const settings = openSettings(options.dataDir);
	const recents = openRecents(options.dataDir);
	const captureDir = join(options.dataDir, "captures");
	mkdirSync(captureDir, { recursive: true, mode: 0o700 });
	const token = randomBytes(32).toString("base64url");
	let server: Server | undefined;

	const readers = new StreamReaders({
		index,
		bridge: makeBridgeId(),
		version: options.version,
		sessions: () => [...sessions.values()].map((session) => session.view()),
		session: (id) => sessions.get(id)?.view(),
		calls: () => allCalls(sessions.values()),
		call: (id) => findCall(sessions.values(), id)?.call,
	});

	const context: SessionContext = {
		index,
		captureDir,
		watchdog,
		keepSecrets: options.keepSecrets,
		version: options.version,
		launch: { env: options.env, cwd: options.cwd, dataDir: options.dataDir, demoScript: options.demoScript },
		changed(session) {
			readers.sessionChanged(session.id);
			rememberOutcome(recents, session);
			if (listeners.size > 0) for (const listener of listeners) listener(session.view());
		},
		callChanged: (call) => readers.callChanged(call.callId),
	};

	const openSession = (target: Target): Session => {
		const session = new InspectedSession(target, context);
		sessions.set(session.id, session);
		void session.start();
		rememberTarget(recents, target, "");
		return session.view();
	};

	const onSession = (listener: (session: Session) => void) => {
		listeners.add(listener);
		return () => void listeners.delete(listener);
	};

	const close = async () => {
		readers.close();
		await Promise.all([...sessions.values()].map((session) => session.close()));
		watchdog.close();
		server?.closeAllConnections();
		await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
	};

	const listen = async (): Promise<Bridge> => {
		let sawPage: () => void = () => {};
		let pageSeen = false;
		const whenPageSeen = new Promise<void>((resolve) => {
			sawPage = () => {
				pageSeen = true;
				resolve();
			};
		});
		let allowed: Allowed = { hosts: new Set(), origins: new Set() };
		const app = new Hono();
		app.use(securityHeaders);
		app.onError((error, c) => {
			const problem = error instanceof Problem ? error : new Problem("bug", `The inspector failed here: ${error.message}`, { status: 500 });
			if (!(error instanceof Problem)) console.error(error);
			return c.json({ error: problem.toData() }, problem.status as 400);
		});
		app.use(checkOrigin(() => allowed));
		app.use("/api/*", checkToken(token), checkBody());
		app.get("/api/stream", (c) => {
			sawPage();
			const body = readers.open(c.req.header("last-event-id"));
			return c.body(body, 200, { "Content-Type": "text/event-stream; charset=utf-8", "Cache-Control": "no-store", "X-Accel-Buffering": "no" });
		});
		mountRaw(app, (seq) => {
			const row = index.row(seq);
			const session = row && sessions.get(index.sessions[row.page.session[row.i] as number] ?? "");
			return row && session ? { capture: session.capture, bytes: row.page.bytes[row.i] as number } : undefined;
		});
		mountApi(
			app,
			makeHandlers({
				index,
				sessions,
				settings,
				recents,
				openSession,
				closeSession,
				themeChanged: (theme) => readers.themeChanged(theme),
				readTarget: (text) => readTarget(text, options.cwd),
			}),
		);
		app.all("/api/*", () => {
			throw new Problem("no-such-call", "There is no such call.", { status: 404 });
		});
		mountStatic(app, options.staticDir, readManifest(options.manifestPath));

		server = createServer(getRequestListener(app.fetch));
		server.keepAliveTimeout = 60_000;
		const port = await bind(server, options.port, options.portTaken ?? "next");
		allowed = allowedFor(port, options);
		const base = options.publicUrl?.replace(/\/+$/, "") ?? `http://127.0.0.1:${port}`;
		return { url: `${base}/#token=${token}`, port, openSession, onSession, close, whenPageSeen, pageSeen: () => pageSeen };
	};

	const closeSession = async (id: string) => {
		const session = sessions.get(id);
		sessions.delete(id);
		await session?.close();
		readers.sessionChanged(id);
	};

	return { openSession, onSession, close, listen };
}

function readTarget(text: string, cwd: string): { target: Target; summary: string } {
	const parsed = parseTargetText(text);
	const target = Target.parse({ ...parsed, cwd });
	return { target, summary: describeTarget(target) };
}

function* allCalls(sessions: Iterable<InspectedSession>): Iterable<Call> {
	for (const session of sessions) for (const { call } of session.calls.all) yield call;
}

export function findCall(sessions: Iterable<InspectedSession>, callId: string): { session: InspectedSession; call: Call } | undefined {
	for (const session of sessions) {
		const open = session.calls.find(callId);
		if (open) return { session, call: open.call };
	}
	return undefined;
}

/** What was last written of each session, for most changes of a session are none of its outcome. */
const written = new WeakMap<InspectedSession, string>();

/** How the newest try to connect went stands beside a remembered target. */
function rememberOutcome(recents: ReturnType<typeof openRecents>, session: InspectedSession): void {
	const { state } = session;
	if ((state !== "connected" && state !== "failed") || written.get(session) === state) return;
	written.set(session, state);
	rememberTarget(recents, session.next, state);
}

function rememberTarget(recents: ReturnType<typeof openRecents>, target: Target, outcome: string): void {
	if (target.kind === "demo") return;
	try {
		recents.remember({ text: targetText(target), target, usedAt: Date.now(), outcome });
	} catch {
		// the list of recent targets is a convenience; a full disk must not keep a server from starting
	}
}

async function bind(server: Server, port: number, taken: "next" | "fail"): Promise<number> {
	const candidates = port === 0 ? [0] : taken === "fail" ? [port] : [...Array.from({ length: 20 }, (_, i) => port + i), 0];
	for (const candidate of candidates) {
		try {
			return await listenOn(server, candidate);
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE")
				throw new Problem("port-refused", `Port ${candidate} cannot be used: ${(error as Error).message}.`, {
					cause: error,
					hint: "Choose another one with --port, or --port 0 for any.",
				});
		}
	}
	throw new Problem("port-taken", `Port ${port} is taken by another program.`, { hint: "Choose another one with --port, or --port 0 for any." });
}

function listenOn(server: Server, port: number): Promise<number> {
	return new Promise((resolve, reject) => {
		server.once("error", reject);
		server.listen(port, "127.0.0.1", () => {
			server.off("error", reject);
			const address = server.address();
			resolve(typeof address === "object" && address ? address.port : port);
		});
	});
}

const securityHeaders: Parameters<Hono["use"]>[1] = async (c, next) => {
	await next();
	c.header("X-Content-Type-Options", "nosniff");
	c.header("Referrer-Policy", "no-referrer");
	c.header("X-Frame-Options", "DENY");
	c.header("Cross-Origin-Opener-Policy", "same-origin");
	c.header("Cross-Origin-Resource-Policy", "same-origin");
};
