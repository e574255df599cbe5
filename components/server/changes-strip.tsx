"use client";
import { GitCompareArrows } from "lucide-react";
import Link from "next/link";
import { useSyncExternalStore } from "react";
import { ChangeCounts } from "@/components/explorer/change-counts.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Strip } from "@/components/ui/strip.tsx";
import { createStore } from "@/lib/client/create-store.ts";
import { writeUrlState } from "@/lib/client/url-state.ts";
import { useChanges } from "@/lib/client/use-changes.ts";
import { leaveFor, useUrlState } from "@/lib/client/use-url-state.ts";
import { worstOf } from "@/lib/mcp/change.ts";
import type { Session } from "@/lib/protocol/session.ts";

const dismissed = createStore<string>("");
const tones = { breaking: "error", warning: "warn", info: "pending" } as const;

/** Over the panels, once a reload has changed what the server offers: how bad it is, and the way to it. */
export function ChangesStrip({ session, isShown }: { session: Session; isShown: boolean }) {
	const found = useChanges(session);
	const url = useUrlState();
	const key = `${session.id} ${session.run}`;
	const isGone = useSyncExternalStore(
		dismissed.subscribe,
		() => dismissed.get() === key,
		() => false,
	);
	const worst = found && worstOf(found.changes.map(({ severity }) => severity));
	if (!found || !worst || isGone || isShown) return null;
	return (
		<Strip
			tone={tones[worst]}
			icon={GitCompareArrows}
			title={worst === "breaking" ? "The reload breaks callers" : "The reload changed what the server offers"}
			detail={
				<span className="inline-flex items-center gap-1.5">
					<ChangeCounts changes={found.changes} />
					<span className="cut">
						run {found.from} → run {found.to}: {found.changes[0]?.name} {found.changes[0]?.text}
					</span>
				</span>
			}
		>
			<Link
				href={`/server${writeUrlState({ ...url, item: undefined, tab: "changes" })}`}
				onClick={() => leaveFor({ item: undefined, tab: "changes" })}
				prefetch={false}
				className="quick inline-flex h-5.5 flex-none items-center rounded-sm border border-line-2 bg-surface-1 px-[7px] text-11 font-medium text-text-1 hover:bg-surface-3"
			>
				Show changes
			</Link>
			<Button variant="quiet" size="sm" onClick={() => dismissed.set(key)}>
				Dismiss
			</Button>
		</Strip>
	);
}
