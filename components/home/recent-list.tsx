"use client";
import { Badge } from "@/components/ui/badge.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Icon } from "@/components/ui/icon.tsx";
import { formatAge } from "@/lib/client/format-age.ts";
import { useNow } from "@/lib/client/use-now.ts";
import type { RecentTarget } from "@/lib/protocol/target.ts";
import { targetIcon } from "./target-icons.ts";

const wentWrong = (outcome: string): boolean => /^(?:exit [^0]|failed|did not|SIG)/i.test(outcome);

export type RecentListProps = { recent: readonly RecentTarget[]; disabled: boolean; onOpen: (recent: RecentTarget) => void };

/** Targets used before, each with its whole text in view, because Open starts it. */
export function RecentList({ recent, disabled, onOpen }: RecentListProps) {
	const now = useNow(30_000);
	return (
		<section aria-labelledby="home-recent" className="mt-5">
			<h2 id="home-recent" className="flex h-6 items-center text-11 font-medium text-text-3">
				Recent
			</h2>
			<ul className="overflow-hidden rounded-sm border border-line-1">
				{recent.map((entry) => {
					const { text, target, usedAt, outcome } = entry;
					const bad = wentWrong(outcome);
					return (
						<li
							key={text}
							className="quick grid min-h-9 grid-cols-[20px_minmax(0,1fr)_auto_auto_auto] items-center gap-2.5 border-b border-line-1 py-1.5 pr-2.5 pl-3 last:border-0 hover:bg-surface-2"
						>
							<Icon of={targetIcon(target.kind)} className="text-text-3" />
							<span className="font-mono text-11 wrap-anywhere">{text}</span>
							<Badge tone={bad ? "error" : "neutral"}>{bad ? outcome : target.kind}</Badge>
							<span className="text-11 text-text-3 tabular-nums">
								{[!bad && outcome, now > 0 && `${formatAge(now - usedAt)} ago`].filter(Boolean).join(" · ")}
							</span>
							<Button size="sm" disabled={disabled} aria-label={`Open ${text}`} onClick={() => onOpen(entry)} className="w-[60px]">
								Open
							</Button>
						</li>
					);
				})}
			</ul>
		</section>
	);
}
