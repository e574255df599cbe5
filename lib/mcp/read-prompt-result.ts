import { itemsOf, type JsonValue, member, textOf } from "./json-value.ts";
import { type ContentBlock, readContentBlock } from "./read-content-block.ts";

export type PromptMessage = { readonly index: number; readonly role: string; readonly fault: string | undefined; readonly blocks: readonly ContentBlock[] };

export type PromptResult = {
	readonly description: string | undefined;
	readonly messages: readonly PromptMessage[];
	readonly faults: readonly string[];
};

/** The result of prompts/get, read for showing. Blocks are numbered over all messages. */
export function readPromptResult(result: JsonValue): PromptResult {
	const messages = member(result, "messages");
	let blocks = 0;
	return {
		description: textOf(member(result, "description")),
		messages: itemsOf(messages).map((message, index): PromptMessage => {
			const role = textOf(member(message, "role"));
			const content = member(message, "content");
			// one block by the specification; some servers send a list
			const parts = content?.kind === "array" ? content.items : content ? [content] : [];
			return { index, role: role ?? "no role", fault: faultOf(role, content), blocks: parts.map((part) => readContentBlock(part, blocks++)) };
		}),
		faults: messages?.kind === "array" ? [] : [messages ? "messages is not a list" : "messages is missing"],
	};
}

function faultOf(role: string | undefined, content: JsonValue | undefined): string | undefined {
	if (!content) return "The message has no content.";
	if (role !== "user" && role !== "assistant") return "The role of a message is user or assistant.";
	return content.kind === "array" ? "The content of a message is one block, not a list." : undefined;
}
