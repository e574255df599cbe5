import { callBridge } from "./call-bridge.ts";

/**
 * Sends any MCP request; `params` is JSON text whose digits reach the wire. Resolves with the call's id as soon as it is on the wire, throws
 * a `Problem` if it cannot be sent; how it ends is told by `inspector.calls`.
 */
export async function sendRequest(sessionId: string, method: string, params: string): Promise<string> {
	const { callId } = await callBridge("request", { sessionId, method, params });
	return callId;
}

/** The `params` of tools/call as JSON text on one line. */
export const toolCallParams = (name: string, args: string): string => `{"name":${JSON.stringify(name)},"arguments":${args}}`;

/** Asks the server to stop a call: sends notifications/cancelled and stops waiting. */
export async function cancelCall(callId: string): Promise<void> {
	await callBridge("cancelCall", { callId });
}

/** The `params` of resources/read as JSON text on one line. */
export const resourceReadParams = (uri: string): string => `{"uri":${JSON.stringify(uri)}}`;

/** The `params` of prompts/get as JSON text on one line. */
export const promptGetParams = (name: string, args: string): string => `{"name":${JSON.stringify(name)},"arguments":${args}}`;
