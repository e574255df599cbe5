"use client";
import { RefreshCw } from "lucide-react";
import { Strip } from "@/components/ui/strip.tsx";
import type { Session } from "@/lib/protocol/session.ts";
import { ConnectDeadline, useSlowFacts } from "./connecting-facts.tsx";

/** Over the lists of a server that is starting again. */
export function RestartingStrip({ session }: { session: Session }) {
	const slow = useSlowFacts(session);
	return (
		<Strip
			tone="pending"
			icon={RefreshCw}
			title={`Starting run ${session.run}`}
			detail={session.progress ?? slow ?? "lists and arguments are kept"}
			className="animate-appear"
		>
			{slow && <ConnectDeadline session={session} />}
		</Strip>
	);
}
