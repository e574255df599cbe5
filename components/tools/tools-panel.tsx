"use client";
import { itemKey } from "@/components/explorer/item-key.ts";
import { ListExplorer } from "@/components/explorer/list-explorer.tsx";
import { useSession } from "@/lib/client/use-session.ts";
import { readTool } from "@/lib/mcp/read-tool.ts";
import { ToolDetail } from "./tool-detail.tsx";
import { ToolRow } from "./tool-row.tsx";

/** The Tools explorer: the list on the left, the chosen tool on the right. */
export function ToolsPanel() {
	const session = useSession();
	if (!session) return null;
	return (
		<ListExplorer
			key={session.id}
			session={session}
			name="tools"
			read={readTool}
			row={(tool) => <ToolRow session={session} tool={tool} />}
			detail={(tool) => <ToolDetail key={itemKey(tool)} session={session} tool={tool} />}
			appears="Its form, its schemas and its results appear here."
		/>
	);
}
