import { InterfaceFile } from "../protocol/interface.ts";
import { type ListName, listNames } from "../protocol/session.ts";
import { prettyJson } from "./format-json.ts";
import { emptyObject, itemsOf, type JsonMember, type JsonValue, jsonNumber, jsonString, member, textOf } from "./json-value.ts";
import type { McpInterface } from "./mcp-interface.ts";
import { parseJson } from "./parse-json.ts";
import { idOf } from "./read-list-page.ts";

export type ReadInterface = { readonly found: McpInterface; readonly fault?: undefined } | { readonly found?: undefined; readonly fault: string };

/** The text of an interface file: the same for the same interface, whatever the order of its lists. */
export function writeInterface({ server, protocolVersion, era, instructions, capabilities, lists }: McpInterface): string {
	const identity: JsonMember[] = [
		["name", jsonString(server.name)],
		["version", jsonString(server.version)],
		...(server.title === undefined ? [] : [["title", jsonString(server.title)] as const]),
	];
	const members: JsonMember[] = [
		["mcpInterface", jsonNumber("1")],
		["server", { kind: "object", members: identity }],
		["protocolVersion", jsonString(protocolVersion)],
		["era", jsonString(era)],
		...(instructions === undefined ? [] : [["instructions", jsonString(instructions)] as const]),
		["capabilities", capabilities],
		...listNames.map((list): JsonMember => [list, { kind: "array", items: sorted(lists[list] ?? [], list) }]),
	];
	return `${prettyJson({ kind: "object", members })}\n`;
}

/** By what requests know each item by; one without stays behind those that have one. */
function sorted(items: readonly JsonValue[], list: ListName): readonly JsonValue[] {
	const key = (item: JsonValue): string => textOf(member(item, idOf[list])) ?? "\uffff";
	return [...items].sort((one, other) => (key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : 0));
}

/** Reads an interface file. The fault goes on after the name of the file: "is not JSON: …". */
export function readInterface(text: string): ReadInterface {
	const parsed = parseJson(text.replace(/^\ufeff/, ""));
	if (parsed.fault) return { fault: `is not JSON: ${parsed.fault.message}, at line ${parsed.fault.line}, column ${parsed.fault.column}` };
	const { value } = parsed;
	const version = member(value, "mcpInterface");
	if (version === undefined) return { fault: "is no interface file: it has no member mcpInterface" };
	if (version.kind === "number" && version.digits !== "1") return { fault: `is of version ${version.digits}; this mcp-inspect reads version 1` };
	const checked = InterfaceFile.safeParse(JSON.parse(prettyJson(value)));
	if (!checked.success) {
		const issue = checked.error.issues[0];
		return { fault: `is no interface file: ${issue?.path.join(".") || "the whole"}: ${issue?.message.toLowerCase() ?? "not valid"}` };
	}
	const { server, protocolVersion, era, instructions } = checked.data;
	const list = (name: ListName) => itemsOf(member(value, name));
	return {
		found: {
			server,
			protocolVersion,
			era,
			instructions,
			capabilities: member(value, "capabilities") ?? emptyObject,
			// digits and duplicate names of the items are in the value, and not in what was checked
			lists: { tools: list("tools"), resources: list("resources"), resourceTemplates: list("resourceTemplates"), prompts: list("prompts") },
		},
	};
}
