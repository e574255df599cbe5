import { MousePointerClick, SearchX } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import type { List } from "@/lib/client/use-list.ts";
import type { Session } from "@/lib/protocol/session.ts";
import type { ListWords } from "./list-words.ts";

export type NoItemProps = {
	session: Session;
	list: List;
	words: ListWords;
	count: number;
	wanted: string | undefined /** what appears here */;
	children: string;
};

/** The right side while nothing is chosen, or what is chosen is not there. */
export function NoItem({ session, list, words, count, wanted, children }: NoItemProps) {
	if (wanted !== undefined && list.state === "complete" && !list.loading)
		return (
			<EmptyState icon={SearchX} title={`No ${words.one} named ${wanted}`}>
				The list of run {session.run} does not have it. Choose another one.
			</EmptyState>
		);
	if (count === 0 || wanted !== undefined) return null;
	return (
		<EmptyState icon={MousePointerClick} title={`Choose a ${words.one}`}>
			{children}
		</EmptyState>
	);
}
