"use client";
import { FileText } from "lucide-react";
import { DetailPane } from "@/components/explorer/detail-pane.tsx";
import { EarlierCalls } from "@/components/explorer/earlier-calls.tsx";
import { useLookAt } from "@/components/explorer/use-look-at.ts";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import type { Resource } from "@/lib/mcp/read-resource.ts";
import type { Session } from "@/lib/protocol/session.ts";
import { ResourceBar } from "./resource-bar.tsx";
import { ResourceHead } from "./resource-head.tsx";
import { ResourceResult } from "./resource-result.tsx";
import { useReading } from "./use-reading.ts";

/** One resource: what the list says of it, and what reading it brought. */
export function ResourceDetail({ session, resource, isListed }: { session: Session; resource: Resource; isListed: boolean }) {
	useLookAt(session, "resource", resource.item.id);
	const uri = resource.item.id;
	const reading = useReading(session, uri);
	const { run, calls, shown } = reading;
	return (
		<DetailPane
			label={`Resource ${resource.name}`}
			run={run}
			shown={shown}
			head={
				<>
					<ResourceHead resource={resource} address="URI" isListed={isListed} actions={<EarlierCalls calls={calls} shown={shown} onShow={run.show} />} />
					<ResourceBar session={session} uri={uri} reading={reading} word={{ text: "", tone: "quiet" }} edge="bottom" />
				</>
			}
			result={
				shown ? (
					<ResourceResult key={shown.subject} session={session} call={shown} run={run} uri={uri} />
				) : (
					<EmptyState icon={FileText} title="Not read yet">
						Its content appears here.
					</EmptyState>
				)
			}
		/>
	);
}
