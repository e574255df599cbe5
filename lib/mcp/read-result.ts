import { compactJson, prettyJson } from "./format-json.ts";
import { isTrue, itemsOf, type JsonValue, member, membersOf, numberOf, textOf } from "./json-value.ts";
import { parseJson } from "./parse-json.ts";

/** What stands beside a block's content. */
type BlockFrame = { readonly index: number; readonly bytes: number /** annotations and _meta as JSON text, if any */; readonly extra: string | undefined };
export type ContentBlock = BlockFrame &
	(
		| { readonly type: "text"; readonly text: string }
		| { readonly type: "image" | "audio"; readonly base64: string; readonly mimeType: string | undefined }
		| {
				readonly type: "resource";
				readonly uri: string;
				readonly mimeType: string | undefined;
				readonly text: string | undefined;
				readonly base64: string | undefined;
		  }
		| {
				readonly type: "resource_link";
				readonly uri: string;
				readonly name: string;
				readonly title: string | undefined;
				readonly description: string | undefined;
				readonly mimeType: string | undefined;
				readonly size: number | undefined;
		  }
		/** a type that the page does not know, or a block without what its type needs */
		| { readonly type: "unknown"; readonly named: string; readonly json: string; readonly fault: string }
	);

/** An answer to tools/call, read for showing. Texts are pretty JSON with the digits of the wire. */
export type ToolAnswer =
	| {
			readonly kind: "result";
			readonly isError: boolean;
			readonly blocks: readonly ContentBlock[];
			readonly structured: string | undefined;
			readonly result: string;
			readonly faults: readonly string[];
	  }
	| { readonly kind: "error"; readonly code: string; readonly message: string; readonly error: string }
	| { readonly kind: "unreadable"; readonly reason: string };

/** Reads the raw text of an answer. Never throws. */
export function readToolAnswer(text: string): ToolAnswer {
	const parsed = parseJson(text);
	if (parsed.fault) return { kind: "unreadable", reason: `The answer is not JSON: ${parsed.fault.message}.` };
	const error = member(parsed.value, "error");
	if (error) {
		const code = member(error, "code");
		return { kind: "error", code: code ? compactJson(code) : "none", message: textOf(member(error, "message")) ?? "", error: prettyJson(error) };
	}
	const result = member(parsed.value, "result");
	if (!result) return { kind: "unreadable", reason: "The answer has neither a result nor an error." };
	const content = member(result, "content");
	const structured = member(result, "structuredContent");
	const faults: string[] = [];
	if (content?.kind !== "array") faults.push(content ? "content is not a list" : "content is missing");
	if (structured && structured.kind !== "object") faults.push("structuredContent is not an object");
	return {
		kind: "result",
		isError: isTrue(member(result, "isError")),
		blocks: itemsOf(content).map(readBlock),
		structured: structured && prettyJson(structured),
		result: prettyJson(result),
		faults,
	};
}

function readBlock(block: JsonValue, index: number): ContentBlock {
	const type = textOf(member(block, "type"));
	const beside = membersOf(block).filter(([name]) => name === "annotations" || name === "_meta");
	const frame = { index, extra: beside.length === 0 ? undefined : prettyJson({ kind: "object", members: beside }) };
	const mimeType = textOf(member(block, "mimeType"));
	const unknown = (fault: string): ContentBlock => ({
		...frame,
		bytes: compactJson(block).length,
		type: "unknown",
		named: type ?? block.kind,
		json: prettyJson(block),
		fault,
	});
	if (type === "text") {
		const text = textOf(member(block, "text"));
		return text === undefined ? unknown("a text block without text") : { ...frame, bytes: utf8Length(text), type, text };
	}
	if (type === "image" || type === "audio") {
		const base64 = textOf(member(block, "data"));
		return base64 === undefined
			? unknown(`${type === "image" ? "an image" : "an audio"} block without data`)
			: { ...frame, bytes: decodedLength(base64), type, base64, mimeType };
	}
	if (type === "resource_link") {
		const uri = textOf(member(block, "uri"));
		if (uri === undefined) return unknown("a resource link without a uri");
		const [name, title, description, size] = [
			textOf(member(block, "name")) ?? uri,
			textOf(member(block, "title")),
			textOf(member(block, "description")),
			numberOf(member(block, "size")),
		];
		return { ...frame, bytes: utf8Length(uri), type, uri, name, title, description, mimeType, size };
	}
	if (type === "resource") {
		const resource = member(block, "resource");
		const [uri, text, base64] = [textOf(member(resource, "uri")), textOf(member(resource, "text")), textOf(member(resource, "blob"))];
		if (uri === undefined || (text === undefined && base64 === undefined)) return unknown("an embedded resource without a uri, or without text and blob");
		const bytes = text === undefined ? decodedLength(base64 ?? "") : utf8Length(text);
		return { ...frame, bytes, type, uri, mimeType: textOf(member(resource, "mimeType")), text, base64 };
	}
	return unknown(type === undefined ? "a block without a type" : "a type of block that is not in the specification");
}

const decodedLength = (base64: string): number => Math.max(0, Math.floor((base64.length * 3) / 4) - (base64.endsWith("==") ? 2 : base64.endsWith("=") ? 1 : 0));

function utf8Length(text: string): number {
	let length = text.length;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code > 0x7f) length += code > 0x7ff && (code < 0xd800 || code > 0xdfff) ? 2 : 1;
	}
	return length;
}
