"use client";
import { Check, X } from "lucide-react";
import { Icon } from "@/components/ui/icon.tsx";
import { setUrlState } from "@/lib/client/use-url-state.ts";
import { formatDuration } from "@/lib/format/format-duration.ts";
import type { NegotiationStep, Session } from "@/lib/protocol/session.ts";

function Step({ step, startedAt }: { step: NegotiationStep; startedAt: number }) {
	return (
		<li className="grid min-h-6 grid-cols-[64px_14px_minmax(0,1fr)] items-center gap-2 text-11">
			<span className="text-text-3 tabular-nums">+{formatDuration(Math.max(0, step.at - startedAt))}</span>
			<span className={step.bad ? "text-warn" : "text-ok"}>
				<Icon of={step.bad ? X : Check} size="sm" />
			</span>
			<span className="text-12 wrap-anywhere">
				{step.text}
				{step.seq > 0 && (
					<button type="button" className="link ml-2 tabular-nums" onClick={() => setUrlState({ seq: step.seq })}>
						#{step.seq}
					</button>
				)}
			</span>
		</li>
	);
}

/** How the present run was reached: probe, fallback, respawn, handshake, each with the entry that shows it. Items of a list. */
export function NegotiationSteps({ session }: { session: Session }) {
	const startedAt = session.runs.at(-1)?.startedAt ?? session.steps[0]?.at;
	return session.steps.map((step) => <Step key={`${step.at} ${step.text}`} step={step} startedAt={startedAt ?? step.at} />);
}
