"use client";
import { EarlierCalls } from "@/components/explorer/earlier-calls.tsx";
import { ItemHead } from "@/components/explorer/item-head.tsx";
import { Badge } from "@/components/ui/badge.tsx";
import { Tabs } from "@/components/ui/tabs.tsx";
import { prettyJson } from "@/lib/mcp/format-json.ts";
import { member } from "@/lib/mcp/json-value.ts";
import type { Tool } from "@/lib/mcp/read-tool.ts";
import type { Call } from "@/lib/protocol/call.ts";

export const toolTabs = [
	{ id: "form", label: "Form" },
	{ id: "json", label: "JSON" },
	{ id: "schemas", label: "Schemas" },
] as const;
export type ToolTab = (typeof toolTabs)[number]["id"];

export type ToolHeadProps = {
	tool: Tool;
	tabsId: string;
	tab: ToolTab;
	onTab: (tab: ToolTab) => void;
	calls: readonly Call[];
	shown: Call | undefined;
	/** takes over the arguments of an earlier call, as JSON text */
	onLoad: (text: string) => void;
	onShow: (callId: string) => void;
};

/** Name, badges and description of a tool, and the tabs below them. */
export function ToolHead({ tool, tabsId, tab, onTab, calls, shown, onLoad, onShow }: ToolHeadProps) {
	return (
		<ItemHead
			item={tool}
			twin="A call reaches whichever tool the server finds under this name"
			badges={tool.badges.map(({ id, tone, says }) => (
				<Badge key={id} tone={tone} title={says}>
					{id}
				</Badge>
			))}
			actions={
				<EarlierCalls
					calls={calls}
					shown={shown}
					onShow={onShow}
					onParams={(params) => {
						const args = member(params, "arguments");
						onLoad(args ? prettyJson(args) : "{}");
					}}
				/>
			}
		>
			<div className="mt-0.5 -ml-2 flex h-[30px] short:mt-0">
				<Tabs id={tabsId} label="Tool" items={toolTabs} value={tab} onChange={onTab} />
			</div>
		</ItemHead>
	);
}
