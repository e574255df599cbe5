import { cx } from "@/components/ui/class-names.ts";
import { Dot, type DotTone } from "@/components/ui/dot.tsx";
import { diedBadly, runEnd } from "@/lib/client/describe-run.ts";
import { formatClock } from "@/lib/format/format-time.ts";
import type { Run, Session } from "@/lib/protocol/session.ts";

const SHOWN = 8;

function tone(run: Run, state: Session["state"] | undefined): DotTone {
	if (run.endedAt === undefined) return state === "connecting" ? "pending" : "ok";
	return diedBadly(run) ? "error" : "quiet";
}

/** The lives of the server, newest first. */
export function RunList({ runs, current, state }: { runs: readonly Run[]; current: number; state: Session["state"] }) {
	if (runs.length === 0) return null;
	return (
		<section aria-labelledby="rail-runs" className="flex-none">
			<h2 id="rail-runs" className="px-2 pt-3.5 pb-1 text-11 font-medium text-text-3">
				Runs
			</h2>
			<ol>
				{runs
					.slice(-SHOWN)
					.reverse()
					.map((run) => {
						const color = tone(run, run.number === current ? state : undefined);
						return (
							<li key={run.number} className="flex h-6 items-center gap-2 px-2 text-11 whitespace-nowrap text-text-2">
								<Dot tone={color} small />
								run {run.number}
								<span className={cx("ml-auto tabular-nums", color === "error" ? "text-error" : "text-text-3")}>
									{formatClock(run.startedAt).slice(0, 5)} · {runEnd(run) ?? (state === "connecting" ? "starting" : "live")}
								</span>
							</li>
						);
					})}
			</ol>
			{runs.length > SHOWN && <p className="px-2 text-11 text-text-3">{runs.length - SHOWN} earlier</p>}
		</section>
	);
}
