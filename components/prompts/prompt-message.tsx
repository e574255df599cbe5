import { Bot, CircleHelp, User } from "lucide-react";
import { ContentBlocks } from "@/components/data/content-blocks.tsx";
import { Icon } from "@/components/ui/icon.tsx";
import type { PromptMessage } from "@/lib/mcp/read-prompt-result.ts";

const icons: ReadonlyMap<string, typeof User> = new Map([
	["user", User],
	["assistant", Bot],
]);

/** One message of a prompt: who says it, and what. */
export function PromptMessageView({ message }: { message: PromptMessage }) {
	const { index, role, fault, blocks } = message;
	return (
		<section aria-label={`Message ${index + 1}, ${role}`} className="grid flex-none grid-cols-[88px_minmax(0,1fr)] gap-x-2 gap-y-1 @max-[480px]:grid-cols-1">
			<div className="flex h-row items-center gap-1.5 text-11 font-medium text-text-2">
				<Icon of={icons.get(role) ?? CircleHelp} />
				<span className="cut">{role}</span>
			</div>
			<div className="min-w-0">
				{fault !== undefined && <p className="pb-1 text-11 text-warn">{fault}</p>}
				{blocks.length > 0 && <ContentBlocks blocks={blocks} />}
			</div>
		</section>
	);
}
