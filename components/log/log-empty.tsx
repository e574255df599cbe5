import { Eraser, ListFilter, MessageSquareDashed } from "lucide-react";
import { Button } from "@/components/ui/button.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import { formatCount } from "@/lib/format/format-bytes.ts";

export type LogEmptyProps = { filter: string; total: number; cleared: boolean; onShowAll: () => void; onClearFilter: () => void };

/** Which kind of nothing the grid shows. */
export function LogEmpty({ filter, total, cleared, onShowAll, onClearFilter }: LogEmptyProps) {
	if (total > 0)
		return (
			<EmptyState icon={ListFilter} title="Nothing matches" action={<LinkButton onClick={onClearFilter}>Clear the filter</LinkButton>}>
				0 of {formatCount(total)} messages match <code className="font-mono text-11 break-all">{filter}</code>
			</EmptyState>
		);
	if (cleared)
		return (
			<EmptyState icon={Eraser} title="Nothing since you cleared" action={<LinkButton onClick={onShowAll}>Show the earlier messages</LinkButton>}>
				Earlier messages are kept. New ones appear here.
			</EmptyState>
		);
	return (
		<EmptyState icon={MessageSquareDashed} title="No messages yet">
			Every line that the server and the client exchange appears here, with stderr and what is not a message.
		</EmptyState>
	);
}

function LinkButton({ onClick, children }: { onClick: () => void; children: string }) {
	return (
		<Button variant="quiet" size="sm" onClick={onClick} className="-ml-[7px] text-accent-text!">
			{children}
		</Button>
	);
}
