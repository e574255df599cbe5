import { Badge } from "@/components/ui/badge.tsx";
import { cx } from "@/components/ui/class-names.ts";
import type { Tool } from "@/lib/mcp/read-tool.ts";
import { ToolIcon } from "./tool-icon.tsx";

export type ToolRowProps = { id: string; tool: Tool; isChosen: boolean; position: number; count: number; top: number; onChoose: () => void };

/** One tool in the list: its name and badges over the first line of what it does. */
export function ToolRow({ id, tool, isChosen, position, count, top, onChoose }: ToolRowProps) {
	const badges = tool.badges.slice(0, 2);
	return (
		// biome-ignore lint/a11y/useKeyWithClickEvents: the list box has the keys of all its options
		<div
			id={id}
			role="option"
			tabIndex={-1}
			aria-selected={isChosen}
			aria-label={tool.name}
			aria-setsize={count}
			aria-posinset={position}
			onClick={onChoose}
			onMouseDown={(event) => event.preventDefault()}
			style={{ transform: `translateY(${top}px)` }}
			className={cx(
				"absolute inset-x-0 top-0 flex h-item flex-col border-b border-line-1 py-[5px] pr-2.5 pl-3",
				isChosen ? "bg-accent-soft shadow-[inset_2px_0_0_var(--accent)]" : "hover:bg-surface-2",
			)}
		>
			<div className="flex h-[17px] min-w-0 items-center gap-1">
				{tool.icon && <ToolIcon src={tool.icon.src} className="size-3.5" />}
				<span className="cut font-mono text-12 font-medium">{tool.name}</span>
				<span className="flex-1" />
				{tool.item.duplicate && (
					<Badge tone="warn" title="Another tool before it has the same name: a client can call only one of them">
						same name
					</Badge>
				)}
				{badges.map(({ id: badge, tone, says }, at) => (
					<Badge key={badge} tone={tone} title={says} className={cx((at > 0 || tone !== "error") && "narrow:hidden")}>
						{badge}
					</Badge>
				))}
			</div>
			<div className="cut text-11 leading-[17px] text-text-2">{firstLine(tool.description) || tool.title || ""}</div>
		</div>
	);
}

const firstLine = (text: string): string => text.trimStart().split("\n", 1)[0] ?? "";
