"use client";
import { RefreshCw } from "lucide-react";
import { Strip } from "@/components/ui/strip.tsx";
import type { Session } from "@/lib/protocol/session.ts";
import { ConnectDeadline, useSlowFacts } from "./connecting-facts.tsx";

/** Over the lists of a server that is starting again. */
export function RestartingStrip({ session }: { session: Session }) {
	const slow = useSlowFacts(session);
	const changed = session.runs.at(-1)?.changed ?? [];
	const reason = changed.length > 0 && `${changed[0]} changed${changed.length > 1 ? `, and ${changed.length - 1} more` : ""}`;
	return (
		<Strip
			tone="pending"
			icon={RefreshCw}
			title={reason ? `Reloading: ${reason}` : `Starting run ${session.run}`}
			detail={session.progress ?? slow ?? "lists and arguments are kept"}
			className="animate-appear"
		>
			{slow && <ConnectDeadline session={session} />}
		</Strip>
	);
}
