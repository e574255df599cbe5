import type { ListName } from "../protocol/session.ts";
import type { JsonValue } from "./json-value.ts";

/** What a server offers to whoever connects: what it said of itself, and its lists, each item as it came. */
export type McpInterface = {
	readonly server: { readonly name: string; readonly version: string; readonly title?: string | undefined };
	readonly protocolVersion: string;
	readonly era: "legacy" | "modern";
	readonly instructions?: string | undefined;
	readonly capabilities: JsonValue;
	/** a list that is not known, because it could not be read to its end, is not compared */
	readonly lists: Readonly<Partial<Record<ListName, readonly JsonValue[]>>>;
};
