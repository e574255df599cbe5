import { compactJson, prettyJson } from "./format-json.ts";
import { type JsonValue, member, membersOf, numberOf, textOf } from "./json-value.ts";

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

/** Reads one block of content for showing. `index` is its place in what it belongs to. */
export function readContentBlock(block: JsonValue, index: number): ContentBlock {
	const type = textOf(member(block, "type"));
	const frame = { index, extra: readExtra(block) };
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
		const contents = readResourceContents(member(block, "resource"));
		return contents ? { ...frame, type, ...contents } : unknown("an embedded resource without a uri, or without text and blob");
	}
	return unknown(type === undefined ? "a block without a type" : "a type of block that is not in the specification");
}

/** One of the contents of a resource, as a block of type `resource`. */
export function readResourceBlock(contents: JsonValue, index: number): ContentBlock {
	const read = readResourceContents(contents);
	if (read) return { index, extra: readExtra(contents), type: "resource", ...read };
	const fault = "contents without a uri, or without text and blob";
	return { index, bytes: compactJson(contents).length, extra: undefined, type: "unknown", named: contents.kind, json: prettyJson(contents), fault };
}

function readResourceContents(contents: JsonValue | undefined) {
	const [uri, text, base64] = [textOf(member(contents, "uri")), textOf(member(contents, "text")), textOf(member(contents, "blob"))];
	if (uri === undefined || (text === undefined && base64 === undefined)) return undefined;
	const bytes = text === undefined ? decodedLength(base64 ?? "") : utf8Length(text);
	return { bytes, uri, mimeType: textOf(member(contents, "mimeType")), text, base64 };
}

function readExtra(value: JsonValue): string | undefined {
	const beside = membersOf(value).filter(([name]) => name === "annotations" || name === "_meta");
	return beside.length === 0 ? undefined : prettyJson({ kind: "object", members: beside });
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
