import { explainCode, explainExit } from "../../lib/mcp/explain-exit.ts";
import { explainHttp } from "../../lib/mcp/explain-http.ts";
import { hintRevisions } from "../../lib/mcp/hint-revisions.ts";
import { Problem } from "../../lib/protocol/problem.ts";
import { now } from "../capture/clock.ts";
import type { Exit } from "../transports/tap.ts";
import type { Driver } from "./driver.ts";
import { HttpDriver } from "./http-driver.ts";
import type { Live } from "./live.ts";

/** How a process ended: "exited with code 1", "was killed by SIGABRT". */
export function describeExit(exit: Exit): string {
	return exit.signal ? `was killed by ${exit.signal}` : `exited with code ${exit.code}`;
}

export function exitProblem(exit: Exit, afterMs: number, stderr: readonly string[], beforeAnswer: boolean): Problem {
	const idle = beforeAnswer && exit.code === 0 ? "It ended by itself without an answer. Does it start its server, for example with mcp.run()?" : undefined;
	const hint = explainExit(stderr) ?? idle ?? explainCode(exit, stderr);
	return new Problem("exited", `The server ${describeExit(exit)} after ${formatSeconds(afterMs)}.`, {
		...(hint !== undefined && { hint }),
		details: { code: exit.code, signal: exit.signal },
	});
}

/** The time to connect is over: what was sent, what came back, and what the process does. */
export function silenceProblem(live: Live): Problem {
	const request = live.recorder.lastRequest;
	const seconds = request ? Math.round((now() - request.at) / 1_000) : 0;
	const bytes = live.recorder.receivedBytes + live.wire.waitingBytes;
	const alive = live.wire.pid === undefined ? "the connection is open" : `process alive (pid ${live.wire.pid})`;
	const hint =
		live.driver instanceof HttpDriver
			? httpSilence(live.driver)
			: bytes > 0
				? noAnswerHint
				: "Is this a server that speaks MCP over stdin and stdout? Restart waits again.";
	return new Problem("connect-timeout", `${request?.method ?? "Nothing"} sent ${seconds} s ago, ${bytes} bytes received, ${alive}.`, { hint });
}

const noAnswerHint = "What came on stdout was no answer; it stands below as it was. Is the server logging to stdout?";

function httpSilence({ last }: HttpDriver): string {
	if (last?.status === 202)
		return "It was answered 202 Accepted, and no stream carried the answer. Does the server answer requests as it answers notifications?";
	if (last?.status !== undefined) return `It was answered ${last.status}, and the answer did not come or was not finished. Restart waits again.`;
	return "Not even a status came. Does the server hang, or does something else than HTTP listen there? Restart waits again.";
}

/** Nothing more can come, and nobody knows that the server has ended. */
export function silencedProblem({ driver, wire }: Pick<Live, "driver" | "wire">): Problem {
	return driver instanceof HttpDriver ? lostProblem(driver) : stdoutProblem(wire.pid);
}

function lostProblem({ lost }: HttpDriver): Problem {
	if (lost === "session")
		return new Problem("session-lost", "The server knows this session no more (404).", {
			hint: "Was it restarted, or did it end the session? Restart begins a new one.",
		});
	return new Problem("stream-ended", "The event stream ended, and over HTTP+SSE no answer comes another way.", {
		hint: "Did the server end, or does a proxy before it cut streams off? Restart connects again.",
	});
}

function stdoutProblem(pid: number | undefined): Problem {
	return new Problem("stdout-closed", `The server closed its stdout; the process is alive (pid ${pid}).`, {
		hint: "Nothing more can come from it. Restart ends it and starts it again.",
	});
}

/** A bug of ours, or an error of the system that nobody thought of: it ends this start and not the inspector. */
export function unexpectedProblem(error: unknown): Problem {
	const message = error instanceof Error ? error.message : String(error);
	return new Problem("unexpected", `The server could not be started: ${message}.`, {
		hint: "mcp-inspect did not expect this. Restart tries again; the stack below helps whoever mends it.",
		details: { output: error instanceof Error ? error.stack : undefined },
		cause: error,
	});
}

/** Why the handshake failed while the server lives: by the HTTP exchange that says so, else in the words of the driver. */
export function handshakeProblem(driver: Driver, error: unknown): Problem {
	return (
		httpProblem(driver) ??
		new Problem("handshake-failed", `The handshake failed: ${wordsOf(error)}`, {
			hint:
				hintRevisions(error instanceof Error && "data" in error ? error.data : undefined) ??
				"The frames below show what was sent and what came back. Another era can be chosen with --era.",
		})
	);
}

/** Why a message that went out over HTTP has no answer: by its exchange, if that is the last one, else in the words of the driver. */
export function describeLost(driver: HttpDriver, seq: number, error: unknown): string {
	const told = driver.lastCarried === seq && driver.last ? explainHttp(driver.last) : undefined;
	return told ? `${told.message} ${told.hint}` : wordsOf(error);
}

/** What the last exchange says about why there is no session; nothing if it was an answer like any other. */
function httpProblem(driver: Driver): Problem | undefined {
	if (!(driver instanceof HttpDriver)) return undefined;
	for (const outcome of [driver.refused, driver.last]) {
		const told = outcome && explainHttp(outcome);
		if (told) return new Problem("http-failed", told.message, { hint: told.hint, details: { status: outcome.status, url: outcome.url } });
	}
	return undefined;
}

/** The SDK wraps what went wrong in a sentence of its own, and a schema's refusal is JSON over many lines: its first issue is enough. */
function wordsOf(error: unknown): string {
	const message = (error instanceof Error ? error.message : String(error)).replace(/^Version negotiation probe failed: /, "");
	const issue = /"path":\s*\[([^\]]*)\],\s*"message":\s*"((?:[^"\\]|\\.)*)"/.exec(message);
	if (issue)
		return `the answer does not have the shape that the specification demands: ${[issue[1]?.replace(/[\s"]/g, "").replaceAll(",", "."), issue[2]].filter(Boolean).join(": ")}`;
	const line = message.replace(/\s+/g, " ").trim();
	return line.length > WORDS ? `${line.slice(0, WORDS)}…` : line;
}

const WORDS = 300;

export function formatSeconds(ms: number): string {
	return ms < 1_000 ? `${Math.round(ms)} ms` : `${(ms / 1_000).toFixed(2)} s`;
}
