"use client";
import { GitCompareArrows } from "lucide-react";
import { useMemo } from "react";
import { ChangeCounts } from "@/components/explorer/change-counts.tsx";
import { severityTones } from "@/components/explorer/severity-tones.ts";
import { Badge } from "@/components/ui/badge.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import type { ToolAlignment } from "@/lib/client/compare-runs.ts";
import { useChanges } from "@/lib/client/use-changes.ts";
import type { Change } from "@/lib/mcp/change.ts";
import type { Session } from "@/lib/protocol/session.ts";
import { AlignedSchema } from "./aligned-schema.tsx";

/** What the present run offers in another way than the run before it, item by item, the worst first. */
export function ServerChanges({ session }: { session: Session }) {
	const found = useChanges(session);
	const items = useMemo(() => groupByItem(found?.changes ?? []), [found]);
	if (!found || items.length === 0)
		return (
			<EmptyState icon={GitCompareArrows} title={found ? "Nothing changed" : "Nothing to compare yet"}>
				{found
					? `Run ${found.to} offers what run ${found.from} did.`
					: session.watching.length > 0
						? "Save a source of the server: what the next run offers in another way stands here."
						: "After a restart, what the next run offers in another way stands here."}
			</EmptyState>
		);
	return (
		<div className="scroll-thin min-h-0 flex-1">
			{items.map(([key, changes]) => (
				<Item
					key={key}
					changes={changes}
					from={found.from}
					to={found.to}
					alignment={changes[0]?.kind === "tool" ? found.alignments.find(({ name }) => name === changes[0]?.name) : undefined}
				/>
			))}
		</div>
	);
}

function Item({ changes, from, to, alignment }: { changes: readonly Change[]; from: number; to: number; alignment: ToolAlignment | undefined }) {
	const [first] = changes;
	if (!first) return null;
	return (
		<section aria-label={`${first.kind} ${first.name}`} className="border-b border-line-2 last:border-0">
			<h3 className="flex h-9 items-center gap-2 border-b border-line-1 px-4 whitespace-nowrap">
				<span className="text-11 text-text-3">{first.kind}</span>
				<span className="cut font-mono text-12 font-semibold">{first.name}</span>
				<span className="text-11 text-text-3 tabular-nums">
					run {from} → run {to}
				</span>
				<span className="flex-1" />
				<ChangeCounts changes={changes} />
			</h3>
			<ul>
				{changes.map(({ severity, part, path, text }) => (
					<li
						key={`${part} ${path} ${text}`}
						className="grid min-h-7 grid-cols-[72px_minmax(0,1fr)_auto] items-center gap-2 border-b border-line-1 px-4 py-1 last:border-0"
					>
						<span>
							<Badge tone={severityTones[severity]}>{severity}</Badge>
						</span>
						<span className="wrap-anywhere">{text}</span>
						{part !== "itself" && <span className="text-11 text-text-3">{part}</span>}
					</li>
				))}
			</ul>
			{alignment && (
				<>
					<AlignedSchema title="Input" rows={alignment.input} from={from} to={to} />
					<AlignedSchema title="Output" rows={alignment.output} from={from} to={to} />
				</>
			)}
		</section>
	);
}

/** Items in the order of their worst change. */
function groupByItem(changes: readonly Change[]): [string, readonly Change[]][] {
	const items = new Map<string, Change[]>();
	for (const change of changes) {
		const key = `${change.kind} ${change.name}`;
		items.set(key, [...(items.get(key) ?? []), change]);
	}
	return [...items];
}
