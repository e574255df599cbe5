import { type AlignedRow, alignProperties } from "../mcp/align-properties.ts";
import type { Change } from "../mcp/change.ts";
import { compareInterfaces } from "../mcp/compare-interface.ts";
import { emptyObject, type JsonValue, member, textOf } from "../mcp/json-value.ts";
import type { McpInterface } from "../mcp/mcp-interface.ts";
import { parseJson } from "../mcp/parse-json.ts";
import { readListPage } from "../mcp/read-list-page.ts";
import { type ListName, listNames, type ServerInfo } from "../protocol/session.ts";

/** What one run offered: who it said to be, and the answers that list the rest, as text. */
export type RunOffer = { server: ServerInfo; pages: Record<ListName, string[]> };

/** A tool whose schemas changed, property by property. */
export type ToolAlignment = { name: string; input: readonly AlignedRow[]; output: readonly AlignedRow[] };

export type RunComparison = { changes: readonly Change[]; alignments: readonly ToolAlignment[] };

/** So many tools are shown property by property; the sentences about the others stay. */
const ALIGNED_TOOLS = 60;

/** Compares what two runs offered. Meant for a worker: schemas of a server can be of any size. */
export function compareRuns(before: RunOffer, after: RunOffer): RunComparison {
	const [was, is] = [toInterface(before), toInterface(after)];
	const changes = compareInterfaces(was, is);
	const names = new Set(changes.flatMap(({ kind, part, name }) => (kind === "tool" && (part === "input" || part === "output") ? [name] : [])));
	const alignments = [...names].slice(0, ALIGNED_TOOLS).flatMap((name): ToolAlignment[] => {
		const [one, other] = [toolOf(was, name), toolOf(is, name)];
		if (!one || !other) return [];
		const rows = (part: "inputSchema" | "outputSchema", role: "input" | "output") =>
			alignProperties(member(one, part) ?? emptyObject, member(other, part) ?? emptyObject, role);
		return [{ name, input: rows("inputSchema", "input"), output: rows("outputSchema", "output") }];
	});
	return { changes, alignments };
}

function toInterface({ server, pages }: RunOffer): McpInterface {
	const { name, version, title, protocolVersion, era, instructions, capabilities } = server;
	const items = (list: ListName): readonly JsonValue[] => pages[list].flatMap((text) => readListPage(text, list).entities ?? []);
	return {
		server: { name, version, title },
		protocolVersion,
		era,
		instructions,
		capabilities: parseJson(JSON.stringify(capabilities)).value ?? emptyObject,
		lists: Object.fromEntries(listNames.map((list) => [list, items(list)])),
	};
}

const toolOf = (offer: McpInterface, name: string): JsonValue | undefined => offer.lists.tools?.find((tool) => textOf(member(tool, "name")) === name);
