"use client";
import { itemKey } from "@/components/explorer/item-key.ts";
import { ListExplorer } from "@/components/explorer/list-explorer.tsx";
import { useSession } from "@/lib/client/use-session.ts";
import { readPrompt } from "@/lib/mcp/read-prompt.ts";
import { PromptDetail } from "./prompt-detail.tsx";
import { PromptRow } from "./prompt-row.tsx";

/** The Prompts explorer: the list on the left, the chosen prompt on the right. */
export function PromptsPanel() {
	const session = useSession();
	if (!session) return null;
	return (
		<ListExplorer
			key={session.id}
			session={session}
			name="prompts"
			read={readPrompt}
			row={(prompt) => <PromptRow session={session} prompt={prompt} />}
			detail={(prompt) => <PromptDetail key={itemKey(prompt)} session={session} prompt={prompt} />}
			appears="Its arguments and its messages appear here."
		/>
	);
}
