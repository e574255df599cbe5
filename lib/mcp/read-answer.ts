import { compactJson, prettyJson } from "./format-json.ts";
import { type JsonValue, member, textOf } from "./json-value.ts";
import { parseJson } from "./parse-json.ts";
import { readCompletionResult } from "./read-completion-result.ts";
import { readPromptResult } from "./read-prompt-result.ts";
import { readResourceResult } from "./read-resource-result.ts";
import { readToolResult } from "./read-tool-result.ts";

/** How the result of each request that a person sends is read for showing. */
const readers = {
	"tools/call": readToolResult,
	"resources/read": readResourceResult,
	"prompts/get": readPromptResult,
	"completion/complete": readCompletionResult,
} as const satisfies Record<string, (result: JsonValue) => object>;

export type AnswerMethod = keyof typeof readers;
export type ResultOf<Method extends AnswerMethod> = ReturnType<(typeof readers)[Method]>;

/** An answer, read for showing. Texts of JSON are pretty and keep the digits of the wire. */
export type Answer<Result = object> =
	| { readonly kind: "result"; readonly result: Result /** all of it */; readonly json: string }
	| { readonly kind: "error"; readonly code: string; readonly message: string; readonly error: string }
	| { readonly kind: "unreadable"; readonly reason: string };

/** Reads the raw text of an answer to `method`. Never throws. */
export function readAnswer<Method extends AnswerMethod>(method: Method, text: string): Answer<ResultOf<Method>> {
	const parsed = parseJson(text);
	if (parsed.fault) return { kind: "unreadable", reason: `The answer is not JSON: ${parsed.fault.message}.` };
	const error = member(parsed.value, "error");
	if (error) {
		const code = member(error, "code");
		return { kind: "error", code: code ? compactJson(code) : "none", message: textOf(member(error, "message")) ?? "", error: prettyJson(error) };
	}
	const result = member(parsed.value, "result");
	if (!result) return { kind: "unreadable", reason: "The answer has neither a result nor an error." };
	const read: (result: JsonValue) => object = readers[method];
	return { kind: "result", result: read(result) as ResultOf<Method>, json: prettyJson(result) };
}
