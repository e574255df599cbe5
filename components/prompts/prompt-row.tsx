import { firstLine, ItemRow } from "@/components/explorer/item-row.tsx";
import type { Prompt } from "@/lib/mcp/read-prompt.ts";

/** One prompt in the list: its name over the first line of what it does. */
export function PromptRow({ prompt }: { prompt: Prompt }) {
	return (
		<ItemRow
			name={prompt.name}
			icon={prompt.icons.inline}
			twin={prompt.item.duplicate ? "Another prompt before it has the same name: a client can get only one of them" : undefined}
		>
			{firstLine(prompt.description) || prompt.title || prompt.arguments.map(({ name }) => name).join(", ")}
		</ItemRow>
	);
}
