"use client";
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button.tsx";
import { cx } from "@/components/ui/class-names.ts";
import { formatDuration } from "@/lib/format/format-duration.ts";
import type { Session } from "@/lib/protocol/session.ts";
import type { Run } from "./use-run.ts";

/** How what would be sent stands. */
export type RunWord = { readonly text: string; readonly tone: "quiet" | "error" | "warn" };

export type RunBarProps = {
	session: Session;
	run: Run;
	/** the button's name */
	verb: string;
	icon: LucideIcon;
	/** there is nothing that could be sent */
	disabled?: boolean;
	word: RunWord;
	/** more buttons beside it */
	children?: ReactNode;
	/** stands under what was typed, or over what was read */
	edge?: "top" | "bottom";
};

const tones = { quiet: "text-text-3", error: "text-error", warn: "text-warn" } as const;

/** The button that sends, and one line on how it stands. */
export function RunBar({ session, run, verb, icon, disabled = false, word, children, edge = "top" }: RunBarProps) {
	const { timeoutMs } = session.target;
	const said = run.refusal !== undefined ? warn(run.refusal) : run.problem && !disabled ? problem(run) : word;
	return (
		<div className={cx("flex h-[38px] flex-none items-center gap-2 border-line-1 px-4 short:h-[34px]", edge === "top" ? "border-t" : "border-b")}>
			<Button variant="primary" icon={icon} kbd="mod+enter" disabled={disabled || run.refusal !== undefined || run.busy} onClick={run.run}>
				{verb}
			</Button>
			{children}
			<span role="status" title={said.text} className={cx("cut flex-1 text-11", tones[said.tone])}>
				{said.text}
			</span>
			<span className="flex-none text-11 text-text-3 narrow:hidden">{timeoutMs === undefined ? "No timeout" : `Timeout ${formatDuration(timeoutMs)}`}</span>
		</div>
	);
}

const warn = (text: string): RunWord => ({ text, tone: "warn" });
const problem = (run: Run): RunWord => ({ text: [run.problem?.message, run.problem?.hint].filter(Boolean).join(" "), tone: "error" });
