import type { EntryKind, Preview, RpcId } from "../protocol/entry.ts";
import { scanPaths } from "./json-path-scan.ts";

const MAX = 240;

const paths = new Set(
	[
		"id method params result error",
		"params._meta params.name params.uri params.arguments params.ref params.cursor params.progress params.total params.message params.level params.data params.reason params.requestId params.protocolVersion",
		"error.code error.message result.isError result.content result.structuredContent result.protocolVersion result.supportedVersions result.serverInfo result.serverInfo.name result.serverInfo.version",
	]
		.join(" ")
		.split(" "),
);

/** The parts of a grid row that come from the body: the id, what the method is about, and one line of text. `text` may be the beginning of a body that goes on. */
export function previewBody(kind: EntryKind, method: string, text: string): Omit<Preview, "seq" | "fault"> {
	if (kind === "stderr" || kind === "noise") return { text: oneLine(stripEscapes(text)) };
	if (kind === "batch") return { text: oneLine(text) };
	if (kind === "event" || kind === "http") return { text: oneLine(readString(text, scanPaths(text, eventPaths).get("text")) ?? text) };
	const spans = scanPaths(text, paths);
	const at = (path: string) => spans.get(path);
	const raw = (path: string) => rawAt(text, at(path));
	const id = readId(raw("id"));
	const base = id === undefined ? {} : { id };
	if (kind === "answer") {
		if (at("error")) return { ...base, code: readNumber(raw("error.code")), text: oneLine(readString(text, at("error.message")) ?? raw("error")) };
		if (method === "initialize" && at("result.serverInfo.name")) {
			return {
				...base,
				text: oneLine(`${unquote(raw("result.protocolVersion"))} ${unquote(raw("result.serverInfo.name"))} ${unquote(raw("result.serverInfo.version"))}`),
			};
		}
		if (method === "server/discover" && at("result.supportedVersions")) return { ...base, text: oneLine(raw("result.supportedVersions")) };
		return { ...base, text: oneLine(raw("result")) };
	}
	if (method === "notifications/progress") {
		const of = at("params.total") ? ` of ${raw("params.total")}` : "";
		return { ...base, text: oneLine(`${raw("params.progress")}${of} ${readString(text, at("params.message")) ?? ""}`) };
	}
	if (method === "notifications/message") return { ...base, text: oneLine(`${unquote(raw("params.level"))}: ${unquote(raw("params.data"))}`) };
	if (method === "initialize") return { ...base, text: oneLine(unquote(raw("params.protocolVersion"))) };
	const subject = readString(text, at("params.name")) ?? readString(text, at("params.uri"));
	const rest = at("params.arguments")
		? raw("params.arguments")
		: subject === undefined
			? ownParams(raw("params"), at("params._meta") !== undefined, raw("params.cursor"))
			: "";
	return { ...base, ...(subject !== undefined && { subject: oneLine(subject) }), text: oneLine(rest) };
}

/** Every modern request carries the same `_meta`; a row shows what is particular to it. */
function ownParams(params: string, hasMeta: boolean, cursor: string): string {
	if (cursor !== "") return `cursor ${unquote(cursor)}`;
	const own = hasMeta ? params.replace(/^\{"_meta":\{(?:[^{}]|\{[^{}]*\})*\},?/, "{") : params;
	return own === "{}" || own === "{" ? "" : own;
}

const eventPaths = new Set(["text"]);

function rawAt(text: string, span: { start: number; end: number } | undefined): string {
	return span ? text.slice(span.start, Math.min(span.end, span.start + MAX * 2)).trimEnd() : "";
}

function readString(text: string, span: { start: number; end: number } | undefined): string | undefined {
	const raw = rawAt(text, span);
	return raw.startsWith('"') ? unquote(raw) : undefined;
}

/** A JSON string's text, also when its end was cut off; anything else as it stands. */
function unquote(raw: string): string {
	if (!raw.startsWith('"')) return raw;
	for (const candidate of [raw, `${raw.replace(/\\(u[0-9a-fA-F]{0,3})?$/, "")}"`]) {
		try {
			return String(JSON.parse(candidate));
		} catch {
			// cut in the middle: try the next way to close it
		}
	}
	return raw.slice(1);
}

function readNumber(raw: string): number | undefined {
	const value = Number(raw);
	return raw === "" || Number.isNaN(value) ? undefined : value;
}

function readId(raw: string): RpcId | undefined {
	if (raw.startsWith('"')) return unquote(raw);
	if (raw === "null") return null;
	return readNumber(raw);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: terminal escapes are exactly these
const ESCAPES = /\u001b\[[0-9;?]*[ -/]*[@-~]|\u001b[@-_]/g;

/** Colours and cursor movements that a server meant for a terminal. */
export function stripEscapes(text: string): string {
	return text.replace(ESCAPES, "");
}

const WHITE = /[\r\n\t]+/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is replaced
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** At most 240 characters in one line; what would move the cursor or turn the text around is shown as a symbol. */
export function oneLine(text: string): string {
	const cut = text.length > MAX ? `${text.slice(0, MAX - 1)}…` : text;
	return cut.replace(WHITE, " ").replace(UNSEEN, "·").trim();
}
