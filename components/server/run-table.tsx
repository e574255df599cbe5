import { cx } from "@/components/ui/class-names.ts";
import { diedBadly, runEnd } from "@/lib/client/describe-run.ts";
import { formatDuration } from "@/lib/format/format-duration.ts";
import { formatClock } from "@/lib/format/format-time.ts";
import type { Run, Session } from "@/lib/protocol/session.ts";

const SHOWN = 50;
const heads = ["Run", "Started", "Lasted", "Process", "End"] as const;

/** The lives of the server, newest first: when, how long, which process, and how each ended. */
export function RunTable({ runs, state }: { runs: readonly Run[]; state: Session["state"] }) {
	if (runs.length === 0) return <p className="text-text-2">None yet.</p>;
	const live = state === "connecting" ? "starting" : "live";
	return (
		<>
			<table className="w-full text-11 tabular-nums">
				<thead>
					<tr className="h-[22px] border-b border-line-1 text-left text-text-3">
						{heads.map((head) => (
							<th key={head} scope="col" className="pr-3 font-medium">
								{head}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{runs
						.slice(-SHOWN)
						.toReversed()
						.map((run) => (
							<tr key={run.number} className="h-6 border-b border-line-1 last:border-0">
								<td className="pr-3">{run.number}</td>
								<td className="pr-3 text-text-2">{formatClock(run.startedAt)}</td>
								<td className="pr-3 text-text-2">{run.endedAt === undefined ? "—" : formatDuration(run.endedAt - run.startedAt)}</td>
								<td className="pr-3 font-mono text-text-2">{run.pid ?? "—"}</td>
								<td className={cx(diedBadly(run) ? "text-error" : "text-text-2")}>{runEnd(run) ?? live}</td>
							</tr>
						))}
				</tbody>
			</table>
			{runs.length > SHOWN && <p className="pt-1 text-11 text-text-3">{runs.length - SHOWN} earlier ones are in the log.</p>}
		</>
	);
}
