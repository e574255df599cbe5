"use client";
import { Badge } from "@/components/ui/badge.tsx";
import { useUnseenChanges } from "@/lib/client/use-changes.ts";
import { type ChangeKind, worstOf } from "@/lib/mcp/change.ts";
import type { Session } from "@/lib/protocol/session.ts";
import { severityTones } from "./severity-tones.ts";

/** Marks an item that a reload has changed, until it is looked at. */
export function ChangeMark({ session, kind, name }: { session: Session; kind: ChangeKind; name: string }) {
	const changes = useUnseenChanges(session, kind, name);
	const worst = worstOf(changes.map(({ severity }) => severity));
	if (!worst) return null;
	const isNew = changes.length === 1 && changes[0]?.text.endsWith("is new");
	return (
		<Badge tone={severityTones[worst]} title={changes.map(({ severity, text }) => `${severity}: ${text}`).join("\n")}>
			{isNew ? "new" : "changed"}
		</Badge>
	);
}
