import { MousePointerClick, SearchX } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import type { List } from "@/lib/client/use-list.ts";
import type { Session } from "@/lib/protocol/session.ts";

/** The right side while no tool is chosen, or the chosen one is not there. */
export function NoTool({ session, list, count, wanted }: { session: Session; list: List; count: number; wanted: string | undefined }) {
	if (wanted !== undefined && list.state === "complete" && !list.loading)
		return (
			<EmptyState icon={SearchX} title={`No tool named ${wanted}`}>
				The list of run {session.run} does not have it. Choose another one.
			</EmptyState>
		);
	if (count === 0 || wanted !== undefined) return null;
	return (
		<EmptyState icon={MousePointerClick} title="Choose a tool">
			Its form, its schemas and its results appear here.
		</EmptyState>
	);
}
