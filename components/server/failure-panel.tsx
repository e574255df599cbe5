"use client";
import { CircleX, Pencil, RotateCw, Square } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button.tsx";
import { Icon } from "@/components/ui/icon.tsx";
import { Strip } from "@/components/ui/strip.tsx";
import { callBridge } from "@/lib/client/call-bridge.ts";
import { describeEnd, failTitle } from "@/lib/client/describe-run.ts";
import { writeUrlState } from "@/lib/client/url-state.ts";
import { useAction } from "@/lib/client/use-action.ts";
import { leaveFor, useUrlState } from "@/lib/client/use-url-state.ts";
import { formatClock } from "@/lib/format/format-time.ts";
import type { Session } from "@/lib/protocol/session.ts";
import { LaunchFacts } from "./launch-facts.tsx";
import { ProblemLines } from "./problem-lines.tsx";
import { StderrBlock } from "./stderr-block.tsx";

/** A server that never got as far as to answer: the cause in the first line, the evidence under it, one way forward. */
export function FailurePanel({ session }: { session: Session }) {
	const run = session.runs.at(-1);
	const byUser = session.state === "disconnected" && run?.endedBy === "user";
	const url = useUrlState();
	const restart = useAction(() => callBridge("restart", { sessionId: session.id }));
	return (
		<section aria-label="Server" className="flex min-h-0 flex-1 flex-col">
			<Strip
				tone={byUser ? "warn" : "error"}
				icon={byUser ? Square : CircleX}
				title={byUser ? `${session.title} was stopped before it answered` : failTitle(session)}
				detail={describeEnd(run)}
			>
				{run && (
					<span className="flex-none pr-1 text-11 text-text-3 tabular-nums">
						run {run.number} · {formatClock(run.startedAt)}
					</span>
				)}
			</Strip>
			<div className="flex min-h-0 flex-1 flex-col">
				<div className="scroll-thin flex min-h-0 flex-1 flex-col gap-3 p-4">
					<ProblemLines problem={restart.problem ?? session.problem} className="flex-none" />
					<LaunchFacts session={session} className="flex-none" />
					<StderrBlock lines={session.stderrTail} failed={!byUser} className="max-h-[420px] min-h-24 flex-initial" />
				</div>
				<div className="flex h-11 flex-none items-center gap-2 border-t border-line-1 px-4">
					<Button variant="primary" icon={RotateCw} kbd="shift+r" onClick={restart.run} disabled={restart.busy}>
						Restart
					</Button>
					<Link
						href={`/server${writeUrlState({ ...url, tab: "target" })}`}
						onClick={() => leaveFor({ item: undefined, tab: "target" })}
						prefetch={false}
						className="quick inline-flex h-row flex-none items-center justify-center gap-1.5 rounded-sm border border-line-2 bg-surface-1 px-[9px] font-medium text-text-1 hover:bg-surface-3"
					>
						<Icon of={Pencil} className="text-text-2" />
						Edit target
					</Link>
				</div>
			</div>
		</section>
	);
}
