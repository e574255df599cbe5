import { prettyJson } from "./format-json.ts";
import { isTrue, itemsOf, type JsonValue, member } from "./json-value.ts";
import { type ContentBlock, readContentBlock } from "./read-content-block.ts";

export type ToolResult = {
	readonly isError: boolean;
	readonly blocks: readonly ContentBlock[];
	/** pretty JSON with the digits of the wire */
	readonly structured: string | undefined;
	readonly faults: readonly string[];
};

/** The result of tools/call, read for showing. */
export function readToolResult(result: JsonValue): ToolResult {
	const content = member(result, "content");
	const structured = member(result, "structuredContent");
	const faults: string[] = [];
	if (content?.kind !== "array") faults.push(content ? "content is not a list" : "content is missing");
	return {
		isError: isTrue(member(result, "isError")),
		blocks: itemsOf(content).map(readContentBlock),
		structured: structured && prettyJson(structured),
		faults,
	};
}
