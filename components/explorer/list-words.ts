import { FileText, type LucideIcon, MessageSquareText, Shapes, Wrench } from "lucide-react";
import type { ListName } from "@/lib/protocol/session.ts";

export type ListWords = { one: string; many: string; title: string; icon: LucideIcon };

/** What a list and its items are called where the page speaks of them. */
export const listWords: Readonly<Record<ListName, ListWords>> = {
	tools: { one: "tool", many: "tools", title: "Tools", icon: Wrench },
	resources: { one: "resource", many: "resources", title: "Resources", icon: FileText },
	resourceTemplates: { one: "resource template", many: "resource templates", title: "Resource templates", icon: Shapes },
	prompts: { one: "prompt", many: "prompts", title: "Prompts", icon: MessageSquareText },
};
