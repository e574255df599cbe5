import type { Tool } from "@/lib/mcp/read-tool.ts";

/** How the URL names a tool: by its name, and a second one of the same name by its place too. */
export const toolKey = (tool: Tool): string => (tool.item.duplicate ? `${tool.name} #${tool.item.index}` : tool.name);

/** The tool that the URL names, if the list has it. */
export const findTool = (tools: readonly Tool[], key: string | undefined): Tool | undefined =>
	key === undefined ? undefined : tools.find((tool) => toolKey(tool) === key);
