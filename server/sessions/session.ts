import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Client } from "@modelcontextprotocol/client";
import { explainExit } from "../../lib/mcp/explain-exit.ts";
import { explainHttp } from "../../lib/mcp/explain-http.ts";
import { parseExact } from "../../lib/mcp/exact-json.ts";
import type { Call } from "../../lib/protocol/call.ts";
import { Problem } from "../../lib/protocol/problem.ts";
import type { Launch, ListName, NegotiationStep, Run, ServerInfo, Session } from "../../lib/protocol/session.ts";
import type { Target } from "../../lib/protocol/target.ts";
import { Capture } from "../capture/capture.ts";
import { now } from "../capture/clock.ts";
import type { EntryIndex } from "../capture/entry-index.ts";
import { maskArguments } from "../capture/mask-credentials.ts";
import { isObject } from "../capture/read-frame.ts";
import type { LaunchContext, ResolvedLaunch } from "../launch/launch-context.ts";
import { resolveLaunch } from "../launch/resolve-launch.ts";
import type { Exit } from "../transports/tap.ts";
import type { Watchdog } from "../transports/watchdog.ts";
import type { Wire } from "../transports/wire.ts";
import { CallBook, type OpenCall } from "./call-book.ts";
import { type Driver, sender } from "./driver.ts";
import { HttpDriver } from "./http-driver.ts";
import { makeClient, watchProbe } from "./negotiate.ts";
import { openConnection } from "./open-connection.ts";
import { type Answer, Recorder, type Tracked } from "./recorder.ts";
import { readServerInfo } from "./server-info.ts";
import { ServerLists } from "./server-lists.ts";
import { describeTarget } from "./target-view.ts";

const CONNECT_MS = 30_000;
const STDERR_TAIL = 60;
const EXIT_AFTER_PIPES_MS = 300;
const OLD_HTTP_STATUSES = new Set([400, 404, 405, 406, 415]);
/** Anything that the SDK would check about a result is ours to show, so it is given a schema that says yes. */
const anything = { "~standard": { version: 1, vendor: "mcp-inspect", validate: (value: unknown) => ({ value }) } } as const;

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

/** What exists while one run lives. */
type Live = { number: number; recorder: Recorder; wire: Wire; driver: Driver; client: Client; probe: ReturnType<typeof watchProbe>; abort: AbortController; resolved: ResolvedLaunch };

/** One target under inspection: its process, negotiated version, lists, calls and capture. It lives until it is closed, whatever happens to its server. */
export class InspectedSession {
	readonly id = randomUUID().slice(0, 8);
	readonly capture: Capture;
	readonly calls: CallBook;
	readonly lists: ServerLists;
	#title: string;
	#targetKey = "";
	#state: Session["state"] = "connecting";
	#runs: Run[] = [];
	#launch: Launch | undefined;
	#progress: string | undefined;
	#server: ServerInfo | undefined;
	#steps: NegotiationStep[] = [];
	#problem: Session["problem"];
	#captureProblem: string | undefined;
	#stderr: string[] = [];
	#deadline: { at: number; timer: NodeJS.Timeout } | undefined;
	#live: Live | undefined;
	/** ends a launch that is still being resolved */
	#starting: AbortController | undefined;
	/** one start, stop or restart at a time */
	#turn: Promise<void> = Promise.resolve();
	#closed = false;
	readonly #firstSeq: number;
	readonly #poll: NodeJS.Timeout;
	#waiting = { waitingBytes: 0, queuedBytes: 0 };

	constructor(
		readonly target: Target,
		readonly context: SessionContext,
	) {
		this.#title = describeTarget(target);
		this.#firstSeq = context.index.lastSeq + 1;
		const stamp = new Date().toISOString().replace(/[:.]/g, "-");
		this.capture = new Capture(context.index, this.id, join(context.captureDir, `${stamp}-${this.id}.mcpcap`), (problem) => {
			this.#captureProblem = problem && `Recording stopped at entry ${context.index.lastSeq}: ${problem}. What comes meanwhile is kept in memory while it fits.`;
			this.#changed();
		});
		this.calls = new CallBook((call) => context.callChanged(call));
		this.lists = new ServerLists(() => this.#changed());
		this.#poll = setInterval(() => this.#watchPipes(), 500);
		this.#poll.unref();
	}

	view(): Session {
		const live = this.#state === "connected";
		return {
			id: this.id,
			title: this.#server?.title ?? (this.#server?.name || this.#title),
			targetKey: this.#targetKey,
			target: {
				kind: this.target.kind,
				label: describeTarget(this.target),
				envNames: Object.keys(this.target.env),
				headerNames: this.target.kind === "url" ? Object.keys(this.target.headers) : [],
				cwd: this.#launch?.cwd ?? this.target.cwd ?? this.context.launch.cwd,
				era: this.target.era,
				...(this.target.timeoutMs !== undefined && { timeoutMs: this.target.timeoutMs }),
			},
			state: this.#state,
			run: this.#runs.length,
			runs: this.#runs,
			...(this.#launch && { launch: this.#launch }),
			...(this.#progress !== undefined && { progress: this.#progress }),
			...(this.#server && { server: this.#server }),
			steps: this.#steps,
			lists: this.lists.states,
			...(this.#deadline && { connectDeadlineAt: this.#deadline.at }),
			...(this.#problem && { problem: this.#problem }),
			stderrTail: live ? [] : this.#stderr,
			...this.#waiting,
			...(this.#captureProblem !== undefined && { captureProblem: this.#captureProblem }),
			captureBytes: this.capture.journal.bytes,
			firstSeq: this.#firstSeq,
		};
	}

	/** Starts the server, or ends it and starts it again. */
	start(): Promise<void> {
		return this.#inTurn(async () => {
			this.#become("connecting");
			await this.#end("user");
			if (!this.#closed) await this.#run(this.target.era);
		});
	}

	stop(): Promise<void> {
		return this.#inTurn(async () => {
			await this.#end("user");
			this.#become("disconnected");
		});
	}

	async close(): Promise<void> {
		this.#closed = true;
		clearInterval(this.#poll);
		await this.#inTurn(() => this.#end("user"));
		await this.capture.journal.close();
	}

	/** Gives a connecting server 30 s more, counted from the present deadline. */
	extend(): void {
		const deadline = this.#deadline;
		if (!deadline) return;
		clearTimeout(deadline.timer);
		this.#armDeadline(deadline.at + CONNECT_MS);
		this.#changed();
	}

	refreshList(list: ListName): void {
		const live = this.#connected();
		void this.lists.fetch(list, live.number, (method, params) => this.#ask(live, method, params));
	}

	/** Sends a request that a user wants. Resolves once it is on the wire. Throws a `Problem` if it cannot be sent. */
	request(method: string, paramsText: string, timeoutMs = this.target.timeoutMs): Promise<{ callId: string; seq: number }> {
		const live = this.#connected();
		const params = readParams(paramsText);
		return new Promise((resolve, reject) => {
			const open = this.calls.open({ sessionId: this.id, run: live.number, method, subject: subjectOf(params) }, (seq) => resolve({ callId: open.call.callId, seq }));
			const timer = timeoutMs === undefined ? undefined : setTimeout(() => this.#endCall(open, "timeout"), timeoutMs);
			this.#send(live, method, params, open.tracked, open.stop.signal)
				.catch((error: unknown) => {
					if (open.call.seq === 0) {
						const message = error instanceof Error ? error.message : String(error);
						this.calls.settle(open, "not-sent", message);
						reject(new Problem("not-sent", `${method} was not sent: ${message}`, { status: 409 }));
					} else if (open.ending) {
						this.calls.settle(open, open.ending, open.ending === "timeout" ? `No answer within ${timeoutMs} ms.` : undefined);
					}
				})
				.finally(() => clearTimeout(timer));
		});
	}

	/** False if there is no such call in flight. */
	cancel(callId: string): boolean {
		const open = this.calls.find(callId);
		if (!open || open.call.outcome) return false;
		this.#endCall(open, "cancelled");
		return true;
	}

	#endCall(open: OpenCall, why: "cancelled" | "timeout"): void {
		open.ending ??= why;
		open.stop.abort(why === "timeout" ? "timed out" : "cancelled by the user");
	}

	async #send(live: Live, method: string, params: Record<string, unknown>, owner: Tracked, signal: AbortSignal): Promise<unknown> {
		const progress = method === "tools/call" || method === "resources/read" || method === "prompts/get";
		const options = { signal, timeout: 2 ** 31 - 1, allowInputRequired: true, ...(progress && { onprogress: () => {} }) };
		return sender.run(owner, () => live.client.request({ method, params } as Parameters<Client["request"]>[0], anything as never, options));
	}

	/** Sends a request of our own and resolves with its answer from the wire. */
	#ask(live: Live, method: string, params: Record<string, unknown>): Promise<Answer> {
		return new Promise((resolve, reject) => {
			const owner: Tracked = { sent: () => {}, progressed: () => {}, answered: resolve, lost: () => reject(new Error("The server ended before it answered.")) };
			this.#send(live, method, params, owner, live.abort.signal).catch(reject);
		});
	}

	/** Resolves the launch, starts the process and shakes hands. Never throws: what goes wrong becomes the session's state. */
	async #run(era: Target["era"], why?: string): Promise<void> {
		const starting = new AbortController();
		this.#starting = starting;
		const number = this.#runs.length + 1;
		const run: Run = { number, startedAt: now() };
		this.#runs = [...this.#runs, run];
		this.#steps = [];
		this.#stderr = [];
		this.#problem = undefined;
		this.#launch = undefined;
		if (why !== undefined) this.#step(why);
		this.#become("connecting");
		try {
			const live = await this.#launchRun(run, era, starting.signal);
			this.#begin(live, run, era);
		} catch (error) {
			if (!(error instanceof Problem) && !starting.signal.aborted) throw error;
			run.endedAt = now();
			run.endedBy = starting.signal.aborted ? "user" : "server";
			const problem = error instanceof Problem ? error : new Problem("stopped", "Stopped before the server was started.");
			new Recorder(this.capture, number, silent).event("failed", problem.message, { code: problem.code }, true);
			this.#fail(problem);
		}
	}

	#begin(live: Live, run: Run, era: Target["era"]): void {
		this.#live = live;
		void live.wire.exited.then((exit) => this.#exited(live, run, era, exit));
		void live.wire.stdoutEnded.then(() => this.#stdoutEnded(live));
		void this.#connect(live, run, era);
	}

	async #launchRun(run: Run, era: Target["era"], signal: AbortSignal): Promise<Live> {
		const resolved = await resolveLaunch(this.target, { ...this.context.launch, signal, say: (text) => this.#say(text) });
		signal.throwIfAborted();
		const live = await this.#openRun(run, era, resolved);
		this.#armDeadline(now() + CONNECT_MS);
		this.#changed();
		return live;
	}

	async #openRun(run: Run, era: Target["era"], resolved: ResolvedLaunch): Promise<Live> {
		const { launch, env, title, targetKey } = resolved;
		this.#progress = undefined;
		this.#launch = { ...launch, args: this.context.keepSecrets ? launch.args : maskArguments(launch.args) };
		if (!this.#server) this.#title = title;
		this.#targetKey = targetKey;
		const recorder = this.#makeRecorder(run);
		const { wire, driver } = await openConnection[launch.transport](resolved, recorder, this.context);
		if (wire.pid !== undefined) run.pid = wire.pid;
		const line = [launch.command, ...this.#launch.args].join(" ");
		const facts = launch.transport === "stdio" ? { pid: wire.pid, command: launch.command, args: this.#launch.args, cwd: launch.cwd, env: Object.keys(env).sort() } : { url: launch.command, transport: launch.transport };
		recorder.event("started", `run ${run.number} started: ${line}`, facts);
		const probe = watchProbe(driver, launch.command, { step: (text, bad) => this.#step(text, bad) });
		return { number: run.number, recorder, wire, driver, client: makeClient(this.context.version, era), probe, abort: new AbortController(), resolved };
	}

	#makeRecorder(run: Run): Recorder {
		const current = () => (this.#live?.number === run.number ? this.#live : undefined);
		return new Recorder(this.capture, run.number, {
			deliver: (message) => current()?.driver.deliver(message),
			heard: () => current()?.probe.heard(),
			notified: (method) => {
				const live = current();
				if (live) this.lists.notified(method, live.number, (name, params) => this.#ask(live, name, params));
			},
			answeredMethod: (method, answer) => {
				const info = readServerInfo(method, answer);
				if (info) this.#server = info;
				if (info) this.#step(`${info.name || "The server"} answered ${method}: ${info.protocolVersion}`, false, answer.seq);
			},
			stderrLine: (line) => {
				this.#stderr.push(line);
				if (this.#stderr.length > STDERR_TAIL) this.#stderr = this.#stderr.slice(-STDERR_TAIL);
				if (this.#state !== "connected") this.#changed();
			},
		});
	}

	async #connect(live: Live, run: Run, era: Target["era"]): Promise<void> {
		live.client.onerror = () => {}; // what the driver dislikes stands in the capture, unabridged
		live.client.fallbackNotificationHandler = async () => {};
		try {
			await live.client.connect(live.driver, { timeout: 2 ** 31 - 1, signal: live.abort.signal });
		} catch (error) {
			if (!(await this.#tryOldHttp(live, run, era))) await this.#connectFailed(live, error);
			return;
		} finally {
			live.probe.end();
		}
		if (this.#live !== live) return;
		this.#disarmDeadline();
		const protocolVersion = live.client.getNegotiatedProtocolVersion() ?? this.#server?.protocolVersion ?? "";
		const base: ServerInfo = this.#server ?? { name: "", version: "", protocolVersion, era: "legacy", capabilities: {} };
		this.#server = { ...base, protocolVersion, era: live.client.getProtocolEra() === "modern" ? "modern" : "legacy" };
		live.recorder.event("connected", `connected to ${this.#server.name || "the server"} ${this.#server.version}, ${this.#server.era} ${protocolVersion}`);
		this.#become("connected");
		this.lists.start(live.number, this.#server.capabilities, (method, params) => this.#ask(live, method, params));
		void this.#listen(live);
	}

	/** In the modern era a server tells of changes only on a stream that was asked for (2026-07-28, subscriptions). */
	async #listen(live: Live): Promise<void> {
		const offers = (name: string) => {
			const capability = this.#server?.capabilities[name];
			return isObject(capability) && capability.listChanged === true;
		};
		const filter = { ...(offers("tools") && { toolsListChanged: true }), ...(offers("prompts") && { promptsListChanged: true }), ...(offers("resources") && { resourcesListChanged: true }) };
		if (this.#server?.era !== "modern" || Object.keys(filter).length === 0) return;
		await live.client.listen(filter).catch(() => {}); // refused: the frames say why
	}

	/** A server that refuses Streamable HTTP may speak the older HTTP+SSE (2025-03-26, transports: backwards compatibility). */
	async #tryOldHttp(live: Live, run: Run, era: Target["era"]): Promise<boolean> {
		const { driver, resolved } = live;
		if (this.#live !== live || live.abort.signal.aborted || this.target.kind !== "url" || this.target.http !== "auto") return false;
		if (!(driver instanceof HttpDriver) || driver.endpoint.transport === "sse" || !OLD_HTTP_STATUSES.has(driver.last?.status ?? 0)) return false;
		const refused = driver.last;
		this.#step(`Streamable HTTP was refused with ${refused?.status}: trying HTTP+SSE`);
		const next = await this.#openRun(run, era, { ...resolved, launch: { ...resolved.launch, transport: "sse" } });
		if (next.driver instanceof HttpDriver) next.driver.refused = refused;
		this.#begin(next, run, era);
		void live.wire.close();
		return true;
	}

	async #connectFailed(live: Live, error: unknown): Promise<void> {
		if (this.#live !== live) return;
		// the pipes may close a little before the exit is known, and the exit tells more
		const left = live.driver instanceof HttpDriver ? false : await Promise.race([live.wire.exited.then(() => true), delay(EXIT_AFTER_PIPES_MS, false)]);
		if (left || this.#live !== live || live.wire.stdoutClosed) return;
		const message = error instanceof Error ? error.message : String(error);
		const problem = live.abort.signal.aborted
			? this.#silenceProblem(live)
			: httpProblem(live.driver) ?? new Problem("handshake-failed", `The handshake failed: ${message}`, { hint: "The frames below show what was sent and what came back. Another era can be chosen with --era." });
		live.recorder.event("failed", problem.message, { code: problem.code }, true);
		this.#fail(problem);
		await live.wire.close();
	}

	/** Some servers end at any request that is not `initialize`: the probe was the cause, unless they say something else. */
	#endedAtProbe(live: Live, era: Target["era"], exit: Exit): boolean {
		const probeOnly = live.recorder.sentRequests?.method === "server/discover";
		return era === "auto" && this.#state === "connecting" && exit.signal === null && probeOnly && live.recorder.receivedBytes === 0 && !this.#stderrTells() && !live.wire.ending;
	}

	/** A server can close its stdout and live on: nothing more can come from it. */
	async #stdoutEnded(live: Live): Promise<void> {
		const left = await Promise.race([live.wire.exited.then(() => true), delay(EXIT_AFTER_PIPES_MS, false)]);
		if (left || live.wire.ending || this.#live !== live) return;
		const problem = new Problem("stdout-closed", `The server closed its stdout; the process is alive (pid ${live.wire.pid}).`, { hint: "Nothing more can come from it. Restart ends it and starts it again." });
		live.recorder.event("disconnected", problem.message, {}, true);
		live.recorder.end();
		live.driver.closed();
		this.lists.end();
		this.#disarmDeadline();
		this.#problem = problem.toData();
		this.#become(this.#state === "connecting" ? "failed" : "disconnected");
	}

	/** A traceback is why it ended; the probe is not. */
	#stderrTells(): boolean {
		return explainExit(this.#stderr) !== undefined || this.#stderr.some((line) => /^Traceback|Error\b/.test(line));
	}

	#silenceProblem(live: Live): Problem {
		const request = live.recorder.sentRequests;
		const seconds = request ? Math.round((now() - request.at) / 1_000) : 0;
		const bytes = live.recorder.receivedBytes;
		return new Problem(
			"connect-timeout",
			`${request?.method ?? "Nothing"} sent ${seconds} s ago, ${bytes} bytes received, ${live.wire.pid === undefined ? "the connection is open" : `process alive (pid ${live.wire.pid})`}.`,
			{ hint: bytes > 0 ? "What came on stdout was no answer; it stands below as it was. Is the server logging to stdout?" : "Is this a server that speaks MCP over stdin and stdout? Restart waits again." },
		);
	}

	#exited(live: Live, run: Run, era: Target["era"], exit: Exit): void {
		if (live.driver instanceof HttpDriver) return this.#httpEnded(live, run);
		run.endedAt = now();
		run.exitCode = exit.code;
		run.signal = exit.signal;
		run.endedBy = live.wire.ending ? "user" : "server";
		const after = formatSeconds(run.endedAt - run.startedAt);
		const how = exit.signal ? `was killed by ${exit.signal}` : `exited with code ${exit.code}`;
		live.recorder.event("exited", `${how} after ${after}`, { code: exit.code, signal: exit.signal }, !live.wire.ending && (exit.code !== 0 || exit.signal !== null));
		live.recorder.end();
		live.driver.closed();
		live.probe.end();
		if (this.#live !== live) return;
		this.#live = undefined;
		this.#disarmDeadline();
		this.lists.end();
		if (live.wire.ending || this.#state === "failed" || this.#state === "disconnected") return this.#changed();
		if (this.#endedAtProbe(live, era, exit)) {
			void this.#inTurn(() => this.#run("legacy", "The server ended at server/discover: started again with initialize"));
			return;
		}
		const hint = explainExit(this.#stderr) ?? (this.#state === "connecting" && exit.code === 0 ? "It ended by itself without an answer. Does the file start its server, for example with mcp.run()?" : undefined);
		const problem = new Problem("exited", `The server ${how} after ${after}.`, { ...(hint !== undefined && { hint }), details: { code: exit.code, signal: exit.signal } });
		if (this.#state === "connecting") this.#fail(problem);
		else {
			this.#problem = problem.toData();
			this.#become("disconnected");
		}
	}

	/** A connection over HTTP ends only when we end it. */
	#httpEnded(live: Live, run: Run): void {
		live.recorder.end();
		live.probe.end();
		if (this.#live !== live) return;
		run.endedAt = now();
		run.endedBy = "user";
		live.recorder.event("disconnected", "the connection was closed");
		this.#live = undefined;
		this.#disarmDeadline();
		this.lists.end();
		this.#changed();
	}

	async #end(by: "user"): Promise<void> {
		this.#starting?.abort();
		const live = this.#live;
		this.#disarmDeadline();
		if (!live) return;
		live.recorder.event("stopping", `ending the server for the ${by}`);
		live.abort.abort();
		const means = await live.wire.close();
		if (means !== "stdin") live.recorder.event("killed", means === "SIGKILL" ? "did not end at SIGTERM: killed with SIGKILL" : "did not end when stdin was closed: ended with SIGTERM");
		await live.wire.exited;
		this.#problem = undefined;
	}

	#inTurn(work: () => Promise<void>): Promise<void> {
		// a launch that is being resolved must not make Stop wait for it
		this.#starting?.abort();
		this.#turn = this.#turn.catch(() => {}).then(work);
		return this.#turn;
	}

	#connected(): Live {
		if (this.#state !== "connected" || !this.#live) throw new Problem("not-connected", `${this.#title} is not connected.`, { hint: "Restart it first.", status: 409 });
		return this.#live;
	}

	#armDeadline(at: number): void {
		const timer = setTimeout(() => this.#live?.abort.abort("connect timeout"), Math.max(0, at - now()));
		this.#deadline = { at, timer };
	}

	#disarmDeadline(): void {
		clearTimeout(this.#deadline?.timer);
		this.#deadline = undefined;
	}

	#watchPipes(): void {
		const next = { waitingBytes: this.#live?.wire.waitingBytes ?? 0, queuedBytes: this.#live?.wire.queuedBytes ?? 0 };
		if (next.waitingBytes === this.#waiting.waitingBytes && next.queuedBytes === this.#waiting.queuedBytes) return;
		this.#waiting = next;
		this.#changed();
	}

	#say(text: string): void {
		this.#progress = text;
		this.#changed();
	}

	#step(text: string, bad = false, seq = this.context.index.lastSeq): void {
		this.#steps = [...this.#steps.slice(-49), { at: now(), text, seq, bad }];
		this.#changed();
	}

	#fail(problem: Problem): void {
		this.#disarmDeadline();
		this.#problem = problem.toData();
		this.#become("failed");
	}

	#become(state: Session["state"]): void {
		this.#state = state;
		if (state !== "connecting") this.#progress = undefined;
		this.#changed();
	}

	#changed(): void {
		this.context.changed(this);
	}
}

/** What the last exchange says about why there is no session; nothing if it was an answer like any other. */
function httpProblem(driver: Driver): Problem | undefined {
	if (!(driver instanceof HttpDriver)) return undefined;
	const telling = [driver.refused, driver.last].find((outcome) => outcome && (outcome.failure !== undefined || (outcome.status ?? 0) >= 300 || outcome.body !== undefined));
	if (!telling) return undefined;
	const { message, hint } = explainHttp(telling);
	return new Problem("http-failed", message, { hint, details: { status: telling.status, url: telling.url } });
}

const silent = { deliver: () => {}, heard: () => {}, notified: () => {}, answeredMethod: () => {}, stderrLine: () => {} };

function readParams(text: string): Record<string, unknown> {
	let value: unknown;
	try {
		value = text.trim() === "" ? {} : parseExact(text);
	} catch (error) {
		throw new Problem("bad-params", `The parameters are not JSON: ${error instanceof Error ? error.message : error}`);
	}
	if (!isObject(value)) throw new Problem("bad-params", "The parameters of a request are a JSON object.");
	return { ...value };
}

function subjectOf(params: Record<string, unknown>): string {
	const { name, uri } = params;
	return typeof name === "string" ? name : typeof uri === "string" ? uri : "";
}

function formatSeconds(ms: number): string {
	return ms < 1_000 ? `${Math.round(ms)} ms` : `${(ms / 1_000).toFixed(2)} s`;
}
