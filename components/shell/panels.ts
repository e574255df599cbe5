import { FileText, type LucideIcon, MessageSquareText, Server, Wrench } from "lucide-react";
import type { ListName } from "@/lib/protocol/session.ts";

export type Panel = {
	/** the link's text and accessible name */
	title: string;
	href: string;
	icon: LucideIcon;
	/** the list whose length stands beside the title */
	list?: ListName;
};

/** The explorers in the rail, in order. A panel is an entry here and a page at its `href`. */
export const panels = {
	tools: { title: "Tools", href: "/tools", icon: Wrench, list: "tools" },
	resources: { title: "Resources", href: "/resources", icon: FileText, list: "resources" },
	prompts: { title: "Prompts", href: "/prompts", icon: MessageSquareText, list: "prompts" },
	server: { title: "Server", href: "/server", icon: Server },
} as const satisfies Record<string, Panel>;

export const panelList: readonly Panel[] = Object.values(panels);
