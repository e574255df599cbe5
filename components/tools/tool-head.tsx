"use client";
import { Badge } from "@/components/ui/badge.tsx";
import { CopyButton } from "@/components/ui/copy-button.tsx";
import { Tabs } from "@/components/ui/tabs.tsx";
import { prettyJson } from "@/lib/mcp/format-json.ts";
import type { Tool } from "@/lib/mcp/read-tool.ts";
import type { Call } from "@/lib/protocol/call.ts";
import { EarlierCalls } from "./earlier-calls.tsx";
import { ToolIcon } from "./tool-icon.tsx";

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
		<header className="flex-none border-b border-line-1 px-4 pt-[9px] short:pt-1.5">
			<div className="flex min-w-0 items-center gap-2">
				{tool.icon && <ToolIcon src={tool.icon.src} className="size-5" />}
				<h2 className="cut font-mono text-15 font-semibold tracking-[-0.01em]" title={tool.name}>
					{tool.name}
				</h2>
				{tool.title && tool.title !== tool.name && <span className="cut text-13 text-text-2">{tool.title}</span>}
				{tool.badges.map(({ id, tone, says }) => (
					<Badge key={id} tone={tone} title={says}>
						{id}
					</Badge>
				))}
				{tool.remoteIcons.length > 0 && !tool.icon && (
					<Badge title={tool.remoteIcons.join("\n").slice(0, 1_000)} className="narrow:hidden">
						icon not fetched
					</Badge>
				)}
				{tool.item.duplicate && (
					<Badge tone="warn" title="A call reaches whichever tool the server finds under this name">
						same name as another
					</Badge>
				)}
				<span className="flex-1" />
				<EarlierCalls calls={calls} shown={shown} onLoad={onLoad} onShow={onShow} />
				<CopyButton text={prettyJson(tool.item.value)} label="Copy definition" size="md" />
			</div>
			{tool.description && (
				<p
					tabIndex={tool.description.length > 300 ? 0 : undefined}
					className="scroll-thin focus-inset mt-0.5 max-h-16 wrap-break-word whitespace-pre-wrap text-text-2 short:max-h-4"
				>
					{tool.description.trim()}
				</p>
			)}
			<div className="mt-0.5 -ml-2 flex h-[30px] short:mt-0">
				<Tabs id={tabsId} label="Tool" items={toolTabs} value={tab} onChange={onTab} />
			</div>
		</header>
	);
}
