import { ChangeMark } from "@/components/explorer/change-mark.tsx";
import { firstLine, ItemRow } from "@/components/explorer/item-row.tsx";
import type { Prompt } from "@/lib/mcp/read-prompt.ts";
import type { Session } from "@/lib/protocol/session.ts";

/** One prompt in the list: its name over the first line of what it does. */
export function PromptRow({ session, prompt }: { session: Session; prompt: Prompt }) {
	return (
		<ItemRow
			name={prompt.name}
			icon={prompt.icons.inline}
			twin={prompt.item.duplicate ? "Another prompt before it has the same name: a client can get only one of them" : undefined}
			badges={<ChangeMark session={session} kind="prompt" name={prompt.name} />}
		>
			{firstLine(prompt.description) || prompt.title || prompt.arguments.map(({ name }) => name).join(", ")}
		</ItemRow>
	);
}
