import * as z from "zod";
import type { Call } from "../../lib/protocol/call.ts";
import type { Session } from "../../lib/protocol/session.ts";
import { callBridge, readRaw } from "./bridge-client.ts";
import { readStream } from "./read-stream.ts";
import type { StartedCli } from "./start-cli.ts";
import { until } from "./until.ts";

export type EndedCall = Call & { outcome: NonNullable<Call["outcome"]> };
const Answer = z.object({ result: z.object({ content: z.array(z.looseObject({ text: z.string().optional() })) }) });

/** The only session, once `claim` holds for it. */
export async function sessionOnce(bridge: StartedCli, what: string, claim: (session: Session) => boolean, ms = 20_000): Promise<Session> {
	return until(`the session is ${what}\n${bridge.stderr().slice(-1_000)}`, async () => (await callBridge(bridge, "listSessions", {})).sessions.find(claim), ms);
}

export const connected = (bridge: StartedCli): Promise<Session> => sessionOnce(bridge, "connected", (session) => session.state === "connected");

/** Connected and all its lists there. */
export const listed = (bridge: StartedCli): Promise<Session> =>
	sessionOnce(bridge, "listed", (session) => session.state === "connected" && Object.values(session.lists).every((list) => list.state !== "loading"));

/** Calls a tool and waits for its end by the stream. */
export async function callTool(bridge: StartedCli, session: Session, name: string, args: unknown = {}): Promise<EndedCall> {
	const { callId } = await callBridge(bridge, "request", { sessionId: session.id, method: "tools/call", params: JSON.stringify({ name, arguments: args }) });
	return callEnd(bridge, callId);
}

export async function callEnd(bridge: StartedCli, callId: string): Promise<EndedCall> {
	for await (const event of readStream(bridge)) {
		if (event.name === "call" && event.data.callId === callId && event.data.outcome) return { ...event.data, outcome: event.data.outcome };
	}
	throw new Error("The stream ended before the call did.");
}

/** The first text block of a call's result, read from the bytes on the wire. */
export async function resultText(bridge: StartedCli, call: EndedCall): Promise<string> {
	const answer = Answer.parse(JSON.parse((await readRaw(bridge, call.outcome.answerSeq)).toString("utf8")));
	return answer.result.content[0]?.text ?? "";
}
