import { itemsOf, type JsonValue, member, numberOf, textOf } from "./json-value.ts";
import { type ContentBlock, readResourceBlock } from "./read-content-block.ts";

export type ResourceResult = {
	readonly blocks: readonly ContentBlock[];
	/** how long the server says that the answer stays fresh, and for whom (2026-07-28, caching) */
	readonly ttlMs: number | undefined;
	readonly cacheScope: string | undefined;
	readonly faults: readonly string[];
};

/** The result of resources/read, read for showing. */
export function readResourceResult(result: JsonValue): ResourceResult {
	const contents = member(result, "contents");
	return {
		blocks: itemsOf(contents).map(readResourceBlock),
		ttlMs: numberOf(member(result, "ttlMs")),
		cacheScope: textOf(member(result, "cacheScope")),
		faults: contents?.kind === "array" ? [] : [contents ? "contents is not a list" : "contents is missing"],
	};
}
