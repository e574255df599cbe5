import { isTrue, itemsOf, type JsonValue, member, numberOf, textOf } from "./json-value.ts";

export type CompletionResult = {
	readonly values: readonly string[];
	/** how many there are, where the server says so */
	readonly total: number | undefined;
	readonly hasMore: boolean;
};

/** Suggestions that are shown at most; the specification allows a server 100. */
const MOST = 200;

/** The result of completion/complete. What is no text among the values is left out. */
export function readCompletionResult(result: JsonValue): CompletionResult {
	const completion = member(result, "completion");
	const values = itemsOf(member(completion, "values")).flatMap((value) => textOf(value) ?? []);
	return { values: [...new Set(values)].slice(0, MOST), total: numberOf(member(completion, "total")), hasMore: isTrue(member(completion, "hasMore")) };
}
