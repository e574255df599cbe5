import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { explainExit } from "../../lib/mcp/explain-exit.ts";
import type { Call } from "../../lib/protocol/call.ts";
import { Problem } from "../../lib/protocol/problem.ts";
import { hasListedAll, type ListName, type Run, type ServerInfo, type Session } from "../../lib/protocol/session.ts";
import type { Target } from "../../lib/protocol/target.ts";
import { Capture } from "../capture/capture.ts";
import { now } from "../capture/clock.ts";
import type { EntryIndex } from "../capture/entry-index.ts";

import type { LaunchContext, ResolvedLaunch } from "../launch/launch-context.ts";
import { resolveLaunch } from "../launch/resolve-launch.ts";
import type { Exit } from "../transports/tap.ts";
import type { Watchdog } from "../transports/watchdog.ts";
import { CallBook, type OpenCall } from "./call-book.ts";
import { HttpDriver } from "./http-driver.ts";
import { ask, type Live, listenForChanges, NO_TIMEOUT, sendRequest } from "./live.ts";
import { makeClient, watchProbe } from "./negotiate.ts";
import { openConnection } from "./open-connection.ts";
import { PinnedCall } from "./pinned-call.ts";
import { Recorder } from "./recorder.ts";
import { ReloadWatch } from "./reload-watch.ts";
import { readParams, subjectOf } from "./request-params.ts";
import {
	describeExit,
	describeLost,
	exitProblem,
	formatSeconds,
	handshakeProblem,
	silencedProblem,
	silenceProblem,
	unexpectedProblem,
} from "./run-problems.ts";
import { readServerInfo } from "./server-info.ts";
import { type SendList, ServerLists } from "./server-lists.ts";
import { SessionState } from "./session-state.ts";
import { Subscriptions } from "./subscriptions.ts";
import { changedFields } from "./target-draft.ts";
import { maskLaunch } from "./target-view.ts";

const EXTEND_MS = 30_000;
const PIPES_MS = 500;
const CHANGED_SHOWN = 20;
/** The pipes may close a little before the exit is known, and the exit tells more. */
const EXIT_AFTER_PIPES_MS = 300;
const OLD_HTTP_STATUSES = new Set([400, 404, 405, 406, 415]);

export type SessionContext = {
	index: EntryIndex;
	captureDir: string;
	watchdog: Watchdog;
	launch: Omit<LaunchContext, "say" | "signal">;
	keepSecrets: boolean;
	version: string;
	changed(session: InspectedSession): void;
	callChanged(call: Call): void;
};

/** One target under inspection: its process, negotiated version, lists, calls and capture. It lives until it is closed, whatever happens to its server. */
export class InspectedSession {
	readonly id = randomUUID().slice(0, 8);
	readonly capture: Capture;
	readonly calls: CallBook;
	readonly lists: ServerLists;
	readonly subscriptions: Subscriptions;
	readonly #state: SessionState;
	readonly #firstSeq: number;
	readonly #poll: NodeJS.Timeout;
	/** what the present run was started from, and what the next one will be */
	#target: Target;
	#next: Target;
	readonly #reload: ReloadWatch;
	readonly #pinned = new PinnedCall();
	#before: Session["before"];
	/** changed sources that no run has taken yet */
	readonly #changed = new Set<string>();
	#endingFor: "user" | "change" = "user";
	/** a server that was stopped stays so, whatever changes */
	#stoppedByUser = false;
	#live: Live | undefined;
	#deadline: NodeJS.Timeout | undefined;
	/** ends a launch that is still being resolved */
	#starting: AbortController | undefined;
	/** one start, stop or restart at a time */
	#turn: Promise<void> = Promise.resolve();
	#closed = false;

	constructor(
		target: Target,
		readonly context: SessionContext,
	) {
		const changed = () => {
			// looking through a large project must not hold the start of the server up
			if (this.#state.state !== "connecting" && !this.#closed) this.#reload.follow(this.#target, this.#state.runs.at(-1)?.startedAt ?? now());
			context.changed(this);
		};
		this.#target = target;
		this.#next = target;
		this.#reload = new ReloadWatch(context.launch.cwd, context.launch.dataDir, (paths) => this.reload(paths));
		this.#state = new SessionState(target, changed);
		this.#firstSeq = context.index.lastSeq + 1;
		const stamp = new Date().toISOString().replace(/[:.]/g, "-");
		this.capture = new Capture(context.index, this.id, join(context.captureDir, `${stamp}-${this.id}.mcpcap`), (problem) => {
			this.#state.captureProblem =
				problem && `Recording stopped at entry ${context.index.lastSeq}: ${problem}. What comes meanwhile is kept in memory while it fits.`;
			changed();
		});
		this.calls = new CallBook((call) => context.callChanged(call));
		this.lists = new ServerLists(changed);
		this.subscriptions = new Subscriptions(changed);
		this.#poll = setInterval(
			() => this.#state.pipes({ waitingBytes: this.#live?.wire.waitingBytes ?? 0, queuedBytes: this.#live?.wire.queuedBytes ?? 0 }),
			PIPES_MS,
		);
		this.#poll.unref();
	}

	view(): Session {
		const { id, lists, subscriptions, capture } = this;
		const target = this.#target;
		const edited = changedFields(target, this.#next);
		return this.#state.view({
			id,
			target,
			edited,
			watching: this.#reload.watching,
			before: this.#before,
			pinned: this.#pinned.view,
			firstSeq: this.#firstSeq,
			cwd: this.context.launch.cwd,
			lists: lists.states,
			subscriptions: subscriptions.views,
			updates: subscriptions.updates,
			captureBytes: capture.journal.bytes,
		});
	}

	/** Starts the server, or ends it and starts it again. */
	start(): Promise<void> {
		return this.#inTurn(async () => {
			this.#state.become("connecting");
			await this.#end();
			await this.#startNext();
		});
	}

	/** A source of the server changed: calls in flight are cancelled, and it starts again. What changes meanwhile is taken along. */
	reload(paths: readonly string[]): void {
		const isQueued = this.#changed.size > 0;
		for (const path of paths) this.#changed.add(path);
		if (isQueued || this.#closed || this.#stoppedByUser) return;
		void this.#inTurn(async () => {
			const changed = [...this.#changed].slice(0, CHANGED_SHOWN).map((path) => this.#reload.nameOf(path));
			this.#changed.clear();
			this.#state.become("connecting");
			for (const open of this.calls.all) {
				if (open.call.outcome) continue;
				this.calls.settle(open, "cancelled", "The server was started again because a source changed.");
				endCall(open, "cancelled");
			}
			await this.#end("change", changed);
			await this.#startNext(changed);
		});
	}

	/** Makes a call again after each start; undefined makes none. */
	pin(callId: string | undefined): void {
		this.#pinned.pin(callId === undefined ? undefined : this.calls.find(callId));
		this.#state.changed();
	}

	get state(): Session["state"] {
		return this.#state.state;
	}

	/** What the next start takes. */
	get next(): Target {
		return this.#next;
	}

	/** Changes what the next start takes; without a target, back to that of the present run. */
	edit(next: Target = this.#target): void {
		this.#next = next;
		this.#state.changed();
	}

	stop(): Promise<void> {
		this.#stoppedByUser = true;
		return this.#inTurn(async () => {
			await this.#end();
			this.#state.problem = undefined;
			this.#state.become("disconnected");
		});
	}

	async close(): Promise<void> {
		this.#closed = true;
		clearInterval(this.#poll);
		await this.#reload.close();
		await this.#inTurn(() => this.#end());
		await this.capture.journal.close();
	}

	/** Gives a connecting server 30 s more, counted from the present deadline. */
	extend(): void {
		if (this.#state.deadlineAt === undefined) return;
		this.#setDeadline(this.#state.deadlineAt + EXTEND_MS);
		this.#state.changed();
	}

	refreshList(list: ListName): void {
		const live = this.#connected();
		void this.lists.fetch(list, live.run.number, listSender(live));
	}

	/** Asks for the updates of a resource, now and whenever the server is back. */
	subscribe(uri: string): void {
		void this.subscriptions.subscribe(uri, this.#connected());
	}

	unsubscribe(uri: string): void {
		void this.subscriptions.unsubscribe(uri, this.#state.state === "connected" ? this.#live : undefined);
	}

	/** Sends a request that a user wants. Resolves once it is on the wire. Throws a `Problem` if it cannot be sent. */
	request(method: string, paramsText: string, timeoutMs = this.#target.timeoutMs): Promise<{ callId: string; seq: number }> {
		const live = this.#connected();
		const params = readParams(paramsText);
		return new Promise((resolve, reject) => {
			const open = this.calls.open({ sessionId: this.id, run: live.run.number, method, subject: subjectOf(params) }, paramsText, (seq) =>
				resolve({ callId: open.call.callId, seq }),
			);
			this.#pinned.made(open);
			const timer = timeoutMs === undefined ? undefined : setTimeout(() => endCall(open, "timeout"), timeoutMs);
			sendRequest(live, method, params, open.tracked, open.stop.signal)
				.catch((error: unknown) => {
					if (open.call.seq === 0) {
						const message = error instanceof Error ? error.message : String(error);
						this.calls.settle(open, "not-sent", message);
						reject(new Problem("not-sent", `${method} was not sent: ${message}`, { status: 409 }));
					} else if (open.ending) {
						this.calls.settle(open, open.ending, open.ending === "timeout" ? `No answer within ${timeoutMs} ms.` : undefined);
					} else this.#sendFailed(live, open, error);
				})
				.finally(() => clearTimeout(timer));
		});
	}

	/** False if there is no such call in flight. */
	cancel(callId: string): boolean {
		const open = this.calls.find(callId);
		if (!open || open.call.outcome) return false;
		endCall(open, "cancelled");
		return true;
	}

	/** An exchange over HTTP can fail after the frame was recorded: then no answer will come. Answers from the wire were here first. */
	#sendFailed(live: Live, open: OpenCall, error: unknown): void {
		if (live.driver instanceof HttpDriver) this.calls.settle(open, "lost", describeLost(live.driver, open.call.seq, error));
	}

	/** Resolves the launch, starts the process and shakes hands. Never throws: what goes wrong becomes the session's state. */
	async #run(era: Target["era"], { why, changed }: { why?: string; changed?: readonly string[] } = {}): Promise<void> {
		const starting = new AbortController();
		this.#starting = starting;
		this.#before = this.#snapshot() ?? this.#before;
		const run = this.#state.beginRun(changed);
		if (why !== undefined) this.#step(why);
		try {
			const resolved = await resolveLaunch(this.#target, { ...this.context.launch, signal: starting.signal, say: (text) => this.#state.say(text) });
			starting.signal.throwIfAborted();
			const live = await this.#open(run, era, resolved);
			this.#setDeadline(now() + this.#target.connectTimeoutMs);
			this.#begin(live);
		} catch (error) {
			run.endedAt = now();
			run.endedBy = starting.signal.aborted ? "user" : "server";
			const stopped = starting.signal.aborted ? new Problem("stopped", "Stopped before the server was started.") : unexpectedProblem(error);
			this.#fail(this.#makeRecorder(run), error instanceof Problem ? error : stopped);
		}
	}

	async #open(run: Run, era: Target["era"], resolved: ResolvedLaunch): Promise<Live> {
		const launch = this.context.keepSecrets ? resolved.launch : maskLaunch(resolved.launch);
		this.#state.launched(launch, resolved.title, resolved.targetKey);
		const recorder = this.#makeRecorder(run);
		const { wire, driver } = await openConnection[launch.transport](resolved, recorder, this.context);
		if (wire.pid !== undefined) run.pid = wire.pid;
		const facts =
			launch.transport === "stdio"
				? { pid: wire.pid, command: launch.command, args: launch.args, cwd: launch.cwd, env: Object.keys(resolved.env).sort() }
				: { url: launch.command, transport: launch.transport };
		recorder.event("started", `run ${run.number} started: ${[launch.command, ...launch.args].join(" ")}`, facts);
		const probe = watchProbe(driver, launch.command, { step: (text) => this.#step(text) });
		return { run, era, recorder, wire, driver, client: makeClient(this.context.version, era), probe, abort: new AbortController(), resolved };
	}

	#begin(live: Live): void {
		this.#live = live;
		void live.wire.exited.then((exit) => (live.driver instanceof HttpDriver ? this.#httpEnded(live) : this.#exited(live, exit)));
		void live.wire.stdoutEnded.then(() => this.#stdoutEnded(live));
		void this.#connect(live);
	}

	#makeRecorder(run: Run): Recorder {
		const current = () => (this.#live?.run === run ? this.#live : undefined);
		return new Recorder(this.capture, run.number, {
			deliver: (message) => current()?.driver.deliver(message),
			heard: () => current()?.probe.heard(),
			notified: (method, message, seq) => {
				const live = current();
				if (live) this.lists.notified(method, run.number, listSender(live));
				if (method === "notifications/resources/updated") this.subscriptions.notified(message, seq);
			},
			answeredMethod: (method, answer) => {
				const info = readServerInfo(method, answer);
				if (!info) return;
				this.#state.server = info;
				this.#step(`${info.name || "The server"} answered ${method}: ${info.protocolVersion}`, answer.seq);
			},
			stderrLine: (line) => this.#state.stderrLine(line),
		});
	}

	async #connect(live: Live): Promise<void> {
		live.client.onerror = () => {}; // what the driver dislikes stands in the capture, unabridged
		live.client.fallbackNotificationHandler = async () => {};
		try {
			await live.client.connect(live.driver, { timeout: NO_TIMEOUT, signal: live.abort.signal });
		} catch (error) {
			if (!(await this.#tryOldHttp(live))) await this.#connectFailed(live, error);
			return;
		} finally {
			live.probe.end();
		}
		if (this.#live !== live) return;
		this.#clearDeadline();
		const protocolVersion = live.client.getNegotiatedProtocolVersion() ?? "";
		const known: ServerInfo = this.#state.server ?? { name: "", version: "", protocolVersion, era: "legacy", capabilities: {} };
		const server: ServerInfo = { ...known, protocolVersion, era: live.client.getProtocolEra() === "modern" ? "modern" : "legacy" };
		this.#state.server = server;
		live.recorder.event("connected", `connected to ${server.name || "the server"} ${server.version}, ${server.era} ${protocolVersion}`);
		this.#state.become("connected");
		this.lists.start(live.run.number, server.capabilities, listSender(live));
		this.subscriptions.start(live);
		void listenForChanges(live, server.capabilities);
		if (live.run.number > 1) this.#pinned.again((method, params) => this.request(method, params)).catch(() => {}); // not sent: the call says why
	}

	/** A server that refuses Streamable HTTP may speak the older HTTP+SSE (2025-03-26, transports: backwards compatibility). */
	async #tryOldHttp(live: Live): Promise<boolean> {
		const { driver, resolved } = live;
		if (this.#live !== live || live.abort.signal.aborted || this.#target.kind !== "url" || this.#target.http !== "auto") return false;
		if (!(driver instanceof HttpDriver) || driver.endpoint.transport === "sse" || !OLD_HTTP_STATUSES.has(driver.last?.status ?? 0)) return false;
		this.#step(`Streamable HTTP was refused with ${driver.last?.status}: trying HTTP+SSE`);
		const next = await this.#open(live.run, live.era, { ...resolved, launch: { ...resolved.launch, transport: "sse" } });
		if (next.driver instanceof HttpDriver) next.driver.refused = driver.last;
		this.#begin(next);
		void live.wire.close();
		return true;
	}

	async #connectFailed(live: Live, error: unknown): Promise<void> {
		const process = !(live.driver instanceof HttpDriver);
		const left = process && (await Promise.race([live.wire.left.then(() => true), delay(EXIT_AFTER_PIPES_MS, false)]));
		// whoever ends the run, or its exit, tells why
		if (left || this.#live !== live || live.wire.stdoutClosed || live.wire.ending) return;
		this.#fail(live.recorder, live.abort.signal.aborted ? silenceProblem(live) : handshakeProblem(live.driver, error));
		await live.wire.close();
	}

	/** A server can close its stdout, or over HTTP the one stream or the session, and live on: nothing more can come from it. */
	async #stdoutEnded(live: Live): Promise<void> {
		const left = !(live.driver instanceof HttpDriver) && (await Promise.race([live.wire.left.then(() => true), delay(EXIT_AFTER_PIPES_MS, false)]));
		if (left || live.wire.ending || this.#live !== live) return;
		const problem = silencedProblem(live);
		live.recorder.event("disconnected", problem.message, {}, true);
		this.#over(live);
		this.#state.end(this.#state.state === "connecting" ? "failed" : "disconnected", problem);
		if (live.driver instanceof HttpDriver) await live.wire.close();
	}

	#exited(live: Live, exit: Exit): void {
		const { run, wire, recorder } = live;
		run.endedAt = now();
		run.exitCode = exit.code;
		run.signal = exit.signal;
		run.endedBy = wire.ending ? this.#endingFor : "server";
		const afterMs = run.endedAt - run.startedAt;
		recorder.event("exited", `${describeExit(exit)} after ${formatSeconds(afterMs)}`, { ...exit }, !wire.ending && (exit.code !== 0 || exit.signal !== null));
		this.#over(live);
		if (this.#live !== live) return;
		this.#live = undefined;
		const before = this.#state.state;
		if (wire.ending || before === "failed" || before === "disconnected") this.#state.changed();
		else if (this.#endedAtProbe(live, exit))
			void this.#inTurn(() => this.#run("legacy", { why: "The server ended at server/discover: started again with initialize" }));
		else this.#state.end(before === "connecting" ? "failed" : "disconnected", exitProblem(exit, afterMs, this.#state.stderr, before === "connecting"));
	}

	/** Some servers end at any request that is not `initialize`: the probe was the cause, unless they say something else. */
	#endedAtProbe(live: Live, exit: Exit): boolean {
		const probeOnly = live.recorder.lastRequest?.method === "server/discover" && live.recorder.receivedBytes === 0;
		const { stderr, state } = this.#state;
		const saysWhy = explainExit(stderr) !== undefined || stderr.some((line) => /^Traceback|^mcp-inspect: |Error\b/.test(line));
		return live.era === "auto" && state === "connecting" && exit.signal === null && probeOnly && !saysWhy;
	}

	/** A connection over HTTP ends only when we end it. */
	#httpEnded(live: Live): void {
		live.recorder.end();
		live.probe.end();
		if (this.#live !== live) return;
		live.run.endedAt = now();
		// after a failure the connection is only cleared away
		live.run.endedBy = this.#state.state === "failed" || live.wire.stdoutClosed ? "server" : this.#endingFor;
		live.recorder.event("disconnected", "the connection was closed");
		this.#over(live);
		this.#live = undefined;
		this.#state.changed();
	}

	/** Nothing that is open in a run will be answered any more. */
	#over(live: Live): void {
		live.recorder.end();
		live.driver.closed();
		live.probe.end();
		if (this.#live !== live) return;
		this.#clearDeadline();
		this.lists.end();
		this.subscriptions.end();
	}

	async #startNext(changed: readonly string[] = []): Promise<void> {
		this.#target = this.#next;
		this.#stoppedByUser = false;
		if (this.#closed) return;
		await this.#run(this.#target.era, { changed });
	}

	/** Ends what lives, for the user or because a source changed. */
	async #end(why: "user" | "change" = "user", changed: readonly string[] = []): Promise<void> {
		this.#endingFor = why;
		this.#starting?.abort();
		const live = this.#live;
		this.#clearDeadline();
		if (!live) return;
		live.recorder.event("stopping", why === "user" ? "ending the server for the user" : `ending the server: a source changed (${changed.join(", ")})`, {
			changed,
		});
		const closing = live.wire.close(why === "change");
		live.abort.abort();
		const means = await closing;
		// at a reload SIGTERM comes with the end of stdin
		if (means === "SIGKILL" || (means === "SIGTERM" && why === "user"))
			live.recorder.event(
				"killed",
				means === "SIGKILL" ? "did not end at SIGTERM: killed with SIGKILL" : "did not end when stdin was closed: ended with SIGTERM",
			);
		await live.wire.exited;
	}

	#inTurn(work: () => Promise<void>): Promise<void> {
		// a launch that is being resolved must not make Stop wait for it
		this.#starting?.abort();
		this.#turn = this.#turn.catch(() => {}).then(work);
		return this.#turn;
	}

	/** What the server offers, once it has listed all of it. */
	#snapshot(): Session["before"] {
		const { states } = this.lists;
		const { server } = this.#state;
		const { run } = states.tools;
		if (!server || run === 0 || !hasListedAll(states, run)) return undefined;
		const { tools, resources, resourceTemplates, prompts } = states;
		return { run, server, pages: { tools: tools.pages, resources: resources.pages, resourceTemplates: resourceTemplates.pages, prompts: prompts.pages } };
	}

	#connected(): Live {
		if (this.#state.state !== "connected" || !this.#live)
			throw new Problem("not-connected", `${this.#state.title} is not connected.`, { hint: "Restart it first.", status: 409 });
		return this.#live;
	}

	#setDeadline(at: number): void {
		clearTimeout(this.#deadline);
		this.#deadline = setTimeout(() => this.#live?.abort.abort("connect timeout"), Math.max(0, at - now()));
		this.#state.deadlineAt = at;
	}

	#clearDeadline(): void {
		clearTimeout(this.#deadline);
		this.#state.deadlineAt = undefined;
	}

	#step(text: string, seq = this.context.index.lastSeq): void {
		this.#state.step(text, seq);
	}

	#fail(recorder: Recorder, problem: Problem): void {
		recorder.event("failed", problem.message, { code: problem.code }, true);
		this.#clearDeadline();
		this.#state.end("failed", problem);
	}
}

function listSender(live: Live): SendList {
	return (method, params) => ask(live, method, params);
}

function endCall(open: OpenCall, why: "cancelled" | "timeout"): void {
	open.ending ??= why;
	open.stop.abort(why === "timeout" ? "timed out" : "cancelled by the user");
}
