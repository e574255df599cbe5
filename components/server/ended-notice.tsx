"use client";
import { ChevronDown, ChevronUp, CircleX, RotateCw, Square } from "lucide-react";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Strip } from "@/components/ui/strip.tsx";
import { callBridge } from "@/lib/client/call-bridge.ts";
import { describeEnd, diedBadly, endTitle } from "@/lib/client/describe-run.ts";
import { useAction } from "@/lib/client/use-action.ts";
import { formatDuration } from "@/lib/format/format-duration.ts";
import type { Session } from "@/lib/protocol/session.ts";
import { LaunchFacts } from "./launch-facts.tsx";
import { ProblemLines } from "./problem-lines.tsx";
import { StderrBlock } from "./stderr-block.tsx";

const SHORT_WINDOW = 780;

/** A server that had been connected and is gone: a strip over its lists, which stay, and the evidence under it. */
export function EndedNotice({ session }: { session: Session }) {
	const run = session.runs.at(-1);
	const byUser = session.state === "disconnected" && run?.endedBy === "user";
	const bad = session.state === "failed" || (run !== undefined && diedBadly(run));
	// where there is little room the lists keep it; the last line of stderr stands in the strip
	const [open, setOpen] = useState(() => bad && window.innerHeight > SHORT_WINDOW);
	const details = useId();
	const restart = useAction(() => callBridge("restart", { sessionId: session.id }));
	const lastLine = session.stderrTail.findLast((line) => line.trim() !== "");
	const lasted = session.state === "failed" ? describeEnd(run) : run?.endedAt !== undefined && `after ${formatDuration(run.endedAt - run.startedAt)}`;
	return (
		<>
			<Strip
				tone={bad ? "error" : "warn"}
				icon={byUser ? Square : CircleX}
				title={endTitle(session, run)}
				detail={
					<>
						{restart.problem?.message ?? lasted}
						{!open && bad && lastLine && <span className="ml-2 font-mono text-11">{lastLine}</span>}
					</>
				}
			>
				<Button
					variant="quiet"
					icon={open ? ChevronUp : ChevronDown}
					aria-expanded={open}
					aria-controls={open ? details : undefined}
					onClick={() => setOpen(!open)}
				>
					Details
				</Button>
				<Button icon={RotateCw} kbd="shift+r" onClick={restart.run} disabled={restart.busy}>
					Restart
				</Button>
			</Strip>
			{open && (
				<section
					id={details}
					aria-label="Why the server ended"
					className="grid max-h-[42%] flex-none grid-cols-[minmax(0,2fr)_minmax(0,3fr)] grid-rows-[minmax(0,auto)] gap-6 overflow-hidden border-b border-line-2 px-4 py-3"
				>
					<div className="scroll-thin flex min-h-0 flex-col gap-3">
						<ProblemLines problem={session.problem?.code === "exited" && !session.problem.hint ? undefined : session.problem} />
						<LaunchFacts session={session} />
					</div>
					<StderrBlock lines={session.stderrTail} failed={bad} />
				</section>
			)}
		</>
	);
}
