import { isUtf8 } from "node:buffer";
import type { RpcId } from "../../lib/protocol/entry.ts";
import type { Envelope } from "./envelope-scanner.ts";

/** A parsed JSON-RPC message. Nothing about its members is certain: it came from a server under test. */
export type Message = { readonly [key: string]: unknown };

export type Frame =
	| { kind: "request"; method: string; id: RpcId; message: Message | undefined }
	| { kind: "notification"; method: string; message: Message | undefined }
	| { kind: "answer"; id: RpcId; hasError: boolean; isError: boolean; message: Message | undefined }
	| { kind: "batch"; frames: readonly Exclude<Frame, { kind: "batch" }>[] };

const BYTE_ORDER_MARK = 0xfeff;

/** Reads one line as a frame, or says why it is noise. A byte order mark and white space around the message are let through. */
export function readFrame(line: Uint8Array): { frame: Frame /** the line, decoded */; text: string } | { fault: string } {
	if (!isUtf8(line)) return { fault: `not UTF-8: ${describeBadByte(line)}` };
	const text = Buffer.from(line.buffer, line.byteOffset, line.byteLength).toString("utf8");
	const read = readFrameText(text);
	return "frame" in read ? { frame: read.frame, text } : read;
}

/** `readFrame` of a line that is text already. */
export function readFrameText(text: string): { frame: Frame } | { fault: string } {
	let value: unknown;
	try {
		value = JSON.parse(text.charCodeAt(0) === BYTE_ORDER_MARK ? text.slice(1) : text);
	} catch (error) {
		return { fault: `not JSON: ${describeSyntax(text, error)}` };
	}
	if (Array.isArray(value)) {
		const frames = value.map(readMessage);
		const whole = frames.filter((frame) => frame !== undefined);
		return whole.length === frames.length && whole.length > 0
			? { frame: { kind: "batch", frames: whole } }
			: { fault: "a JSON array that is not a JSON-RPC batch" };
	}
	const frame = readMessage(value);
	return frame ? { frame } : { fault: `JSON, but not JSON-RPC: ${describeShape(value)}` };
}

/** The frame of a message of which only the envelope was read. */
export function frameOfEnvelope(envelope: Envelope): Frame | undefined {
	if (!envelope.closed) return undefined;
	const { id, method } = envelope;
	if (method !== undefined)
		return id === undefined ? { kind: "notification", method, message: undefined } : { kind: "request", method, id, message: undefined };
	if (!envelope.hasResult && !envelope.hasError) return undefined;
	return { kind: "answer", id: id ?? null, hasError: envelope.hasError, isError: envelope.isError, message: undefined };
}

function readMessage(value: unknown): Exclude<Frame, { kind: "batch" }> | undefined {
	if (!isObject(value)) return undefined;
	const { id, method } = value;
	const rpcId = typeof id === "string" || typeof id === "number" || id === null ? id : undefined;
	if (typeof method === "string")
		return "id" in value ? { kind: "request", method, id: rpcId ?? null, message: value } : { kind: "notification", method, message: value };
	if (!("result" in value) && !("error" in value)) return undefined;
	const { result } = value;
	return { kind: "answer", id: rpcId ?? null, hasError: "error" in value, isError: isObject(result) && result.isError === true, message: value };
}

export function isObject(value: unknown): value is Message {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

function describeShape(value: unknown): string {
	return isObject(value) ? "an object without method, result or error" : `a ${value === null ? "null" : typeof value}`;
}

function describeSyntax(text: string, error: unknown): string {
	if (text.trim() === "") return "an empty line";
	if (/^content-length:/i.test(text)) return "a Content-Length header (LSP framing); MCP messages are one line of JSON each";
	const second = secondValueAt(text);
	if (second !== undefined) return `a second value begins at character ${second}`;
	return error instanceof Error ? error.message.replace(/\s+/g, " ").slice(0, 160) : "unreadable";
}

/** Where another JSON value begins behind a complete first one. */
function secondValueAt(text: string): number | undefined {
	for (let brace = text.indexOf("}{"), tries = 0; brace !== -1 && tries < 50; brace = text.indexOf("}{", brace + 1), tries += 1) {
		try {
			JSON.parse(text.slice(0, brace + 1));
			return brace + 1;
		} catch {
			// inside a string or too early: the next one
		}
	}
	return undefined;
}

/** Offset and value of the first byte that cannot stand where it stands. */
function describeBadByte(line: Uint8Array): string {
	let low = 0;
	let high = line.length;
	// the longest valid beginning, by halves; a cut character at its end is not the culprit
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		if (validBeginning(line, middle)) low = middle;
		else high = middle - 1;
	}
	const bytes = [...line.subarray(low, low + 3)].map((byte) => byte.toString(16).padStart(2, "0")).join(" ");
	return `byte ${low} is ${bytes}`;
}

function validBeginning(line: Uint8Array, length: number): boolean {
	for (let cut = 0; cut <= 3 && cut <= length; cut += 1)
		if (isUtf8(line.subarray(0, length - cut)) && (cut === 0 || isLeadByte(line[length - cut]))) return true;
	return false;
}

function isLeadByte(byte: number | undefined): boolean {
	return byte !== undefined && byte >= 0xc2 && byte <= 0xf4;
}
