import { type ListName, listNames } from "../protocol/session.ts";
import { type Change, type ChangeKind, rankChanges } from "./change.ts";
import { compareCapabilities } from "./compare-capabilities.ts";
import type { ItemChange } from "./compare-item.ts";
import { comparePrompts } from "./compare-prompts.ts";
import { compareResources } from "./compare-resources.ts";
import { compareTools } from "./compare-tools.ts";
import type { JsonValue } from "./json-value.ts";
import type { McpInterface } from "./mcp-interface.ts";
import { toListItems } from "./read-list-page.ts";
import { toPointer } from "./resolve-pointer.ts";
import { sayValue } from "./say-values.ts";

type Compare = (before: JsonValue, after: JsonValue) => readonly ItemChange[];

const kinds: Readonly<Record<ListName, { kind: ChangeKind; says: string; compare: Compare }>> = {
	tools: { kind: "tool", says: "the tool", compare: compareTools },
	resources: { kind: "resource", says: "the resource", compare: compareResources },
	resourceTemplates: { kind: "template", says: "the resource template", compare: compareResources },
	prompts: { kind: "prompt", says: "the prompt", compare: comparePrompts },
};

/** What changed from one interface to the next and what that does to clients, the worst first. */
export function compareInterfaces(before: McpInterface, after: McpInterface): readonly Change[] {
	return rankChanges([...compareServers(before, after), ...listNames.flatMap((list) => compareLists(list, before.lists[list], after.lists[list]))]);
}

function compareServers(before: McpInterface, after: McpInterface): readonly Change[] {
	const change = { kind: "server", name: after.server.name || before.server.name } as const;
	const words: readonly (readonly [what: string, path: string, was: string | undefined, is: string | undefined])[] = [
		["name", "/server/name", before.server.name, after.server.name],
		["title", "/server/title", before.server.title, after.server.title],
		["version", "/server/version", before.server.version, after.server.version],
		["protocol version", "/protocolVersion", before.protocolVersion, after.protocolVersion],
	];
	const info = { ...change, severity: "info", part: "itself" } as const;
	return [
		...compareCapabilities(before.capabilities, after.capabilities).map(({ severity, path, text }): Change => {
			return { ...change, severity, part: "capabilities", path: `/capabilities${toPointer(path)}`, text };
		}),
		...words.flatMap(([what, path, was, is]) => (was === is ? [] : [{ ...info, path, text: `the ${what} is ${quote(is)}, was ${quote(was)}` }])),
		...(before.instructions === after.instructions ? [] : [{ ...info, path: "/instructions", text: "the instructions changed" }]),
	];
}

const quote = (text: string | undefined): string => (text ? sayValue({ kind: "string", value: text }) : "not given");

/** A list that either side does not know says nothing of the other. */
function compareLists(list: ListName, before: readonly JsonValue[] | undefined, after: readonly JsonValue[] | undefined): readonly Change[] {
	if (!before || !after) return [];
	const { kind, says, compare } = kinds[list];
	const [was, is] = [itemsById(before, list), itemsById(after, list)];
	const whole = { kind, part: "itself", path: "" } as const;
	const kept = [...was].flatMap(([name, value]): readonly Change[] => {
		const other = is.get(name);
		if (!other) return [{ ...whole, name, severity: "breaking", text: `${says} is gone` }];
		return compare(value, other).map((change) => ({ ...change, kind, name }));
	});
	const added = [...is.keys()].filter((name) => !was.has(name));
	return [...kept, ...added.map((name): Change => ({ ...whole, name, severity: "info", text: `${says} is new` }))];
}

/** Items by what requests know them by. One without cannot be asked for; of several with the same, the first one counts. */
function itemsById(items: readonly JsonValue[], list: ListName): ReadonlyMap<string, JsonValue> {
	return new Map(toListItems([items], list).flatMap(({ id, value, fault, duplicate }) => (fault || duplicate ? [] : [[id, value] as const])));
}
