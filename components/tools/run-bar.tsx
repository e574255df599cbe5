"use client";
import { Play } from "lucide-react";
import { Button } from "@/components/ui/button.tsx";
import { cx } from "@/components/ui/class-names.ts";
import type { Verdict } from "@/lib/client/validate-in-worker.ts";
import { formatDuration } from "@/lib/format/format-duration.ts";
import { sayDifferences } from "@/lib/mcp/judge-arguments.ts";
import type { JsonFault } from "@/lib/mcp/parse-json.ts";
import type { Session } from "@/lib/protocol/session.ts";
import type { Run } from "./use-run.ts";

export type RunBarProps = {
	session: Session;
	run: Run;
	fault: JsonFault | undefined;
	verdict: Verdict | undefined;
	hasSchema: boolean;
	isInitial: boolean;
	onReset: () => void;
};

type Word = { text: string; tone: "quiet" | "error" | "warn" };

/** Run, Reset, and how the arguments stand. Wrong arguments can be run: that is what an inspector is for. */
export function RunBar({ session, run, fault, verdict, hasSchema, isInitial, onReset }: RunBarProps) {
	const word = say({ run, fault, verdict, hasSchema, isInitial });
	const { timeoutMs } = session.target;
	return (
		<div className="flex h-[38px] flex-none items-center gap-2 border-t border-line-1 px-4 short:h-[34px]">
			<Button variant="primary" icon={Play} kbd="mod+enter" disabled={fault !== undefined || run.refusal !== undefined || run.busy} onClick={run.run}>
				Run
			</Button>
			<Button disabled={isInitial} onClick={onReset}>
				Reset
			</Button>
			<span role="status" title={word.text} className={cx("cut flex-1 text-11", { quiet: "text-text-3", error: "text-error", warn: "text-warn" }[word.tone])}>
				{word.text}
			</span>
			<span className="text-11 text-text-3 narrow:hidden">{timeoutMs === undefined ? "No timeout" : `Timeout ${formatDuration(timeoutMs)}`}</span>
		</div>
	);
}

function say({ run, fault, verdict, hasSchema, isInitial }: Pick<RunBarProps, "run" | "fault" | "verdict" | "hasSchema" | "isInitial">): Word {
	if (run.refusal !== undefined) return { text: run.refusal, tone: "warn" };
	if (fault) return { text: `Not JSON, so it cannot be run · line ${fault.line}: ${fault.message}`, tone: "error" };
	if (run.problem) return { text: [run.problem.message, run.problem.hint].filter(Boolean).join(" "), tone: "error" };
	if (!hasSchema) return { text: "No input schema to check against", tone: "quiet" };
	if (!verdict) return { text: "Checking…", tone: "quiet" };
	if (verdict.state === "matches") return { text: "Arguments match the input schema", tone: "quiet" };
	if (verdict.state === "timeout") return { text: "Not checked: the schema took longer than 1 s. Run sends the arguments as they are", tone: "warn" };
	if (verdict.state === "failed") return { text: `Not checked: ${verdict.reason}`, tone: "warn" };
	// nothing was typed yet, so nothing is wrong yet
	if (isInitial && verdict.differences.every(({ missing }) => missing !== undefined))
		return { text: verdict.differences.map(({ message }) => message).join("; "), tone: "quiet" };
	return { text: `${sayDifferences(verdict.differences)} · Run sends them as they are`, tone: "error" };
}
