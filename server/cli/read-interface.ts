import { emptyObject, type JsonValue } from "../../lib/mcp/json-value.ts";
import type { McpInterface } from "../../lib/mcp/mcp-interface.ts";
import { parseJson } from "../../lib/mcp/parse-json.ts";
import { readListPage } from "../../lib/mcp/read-list-page.ts";
import { Problem } from "../../lib/protocol/problem.ts";
import { type ListName, listMethods, listNames } from "../../lib/protocol/session.ts";
import type { InspectedSession } from "../sessions/session.ts";
import { tell } from "./tell.ts";

type Listing = Pick<InspectedSession, "view" | "lists" | "capture">;

/** Whether each list of the present run is there, or will not come. */
export function isListed(session: InspectedSession): boolean {
	if (session.state !== "connected") return false;
	const { run } = session.view();
	return listNames.every((list) => session.lists.states[list].run === run && session.lists.states[list].state !== "loading");
}

/** What a listed session offers, its items read from the capture as they came. Throws `list-incomplete`. */
export async function readInterface(session: Listing): Promise<McpInterface> {
	const { server } = session.view();
	const [tools, resources, resourceTemplates, prompts] = await Promise.all(listNames.map((list) => readList(session, list)));
	return {
		server: { name: server?.name ?? "", version: server?.version ?? "", title: server?.title },
		protocolVersion: server?.protocolVersion ?? "",
		era: server?.era ?? "legacy",
		instructions: server?.instructions,
		capabilities: parseJson(JSON.stringify(server?.capabilities ?? {})).value ?? emptyObject,
		lists: { tools, resources, resourceTemplates, prompts },
	};
}

async function readList({ lists, capture }: Listing, list: ListName): Promise<readonly JsonValue[]> {
	const { state, message, pages } = lists.states[list];
	const method = listMethods[list];
	if (state === "absent") return [];
	// many servers have resources and no templates, and do not know the method
	if (state === "failed" && message?.startsWith(`${method} was refused with -32601`)) {
		tell(`${method} is not known to the server: taken as empty`, "dim");
		return [];
	}
	if (state !== "complete") throw incomplete(method, message ?? "The list is not complete.");
	const items: JsonValue[] = [];
	for (const seq of pages) {
		const body = await capture.readBody(seq);
		const page = readListPage(body?.toString("utf8") ?? "", list);
		if (page.fault !== undefined) throw incomplete(method, page.fault);
		for (const item of page.entities) items.push(item);
	}
	return items;
}

const incomplete = (method: string, why: string): Problem => new Problem("list-incomplete", `${method} could not be read to its end. ${why}`);
