"use client";
import { useMemo } from "react";
import { cx } from "@/components/ui/class-names.ts";
import { inspector } from "@/lib/client/inspector.ts";
import { useStore } from "@/lib/client/use-store.ts";
import { setUrlState } from "@/lib/client/use-url-state.ts";
import { formatDuration } from "@/lib/format/format-duration.ts";
import type { Call } from "@/lib/protocol/call.ts";

const SHOWN = 8;

type Outcome = NonNullable<Call["outcome"]>;

const said: Record<Outcome["kind"], (outcome: Outcome) => { text: string; className: string }> = {
	result: ({ durationMs }) => ({ text: formatDuration(durationMs), className: "text-text-3" }),
	"tool-error": () => ({ text: "tool error", className: "text-warn" }),
	"protocol-error": ({ code }) => ({ text: code === undefined ? "error" : String(code).replace("-", "−"), className: "text-error" }),
	cancelled: () => ({ text: "cancelled", className: "text-text-3" }),
	timeout: () => ({ text: "timed out", className: "text-error" }),
	lost: () => ({ text: "lost", className: "text-error" }),
	"not-sent": () => ({ text: "not sent", className: "text-error" }),
};

const running = { text: "running", className: "text-pending" };

/** The newest calls that a person made, newest first; each leads to its frame in the log. */
export function LastCalls({ sessionId }: { sessionId: string }) {
	const all = useStore(inspector.calls);
	const calls = useMemo(
		() =>
			[...all.values()]
				// what a form asks for while one types is no call that a person made
				.filter((call) => call.sessionId === sessionId && call.method !== "completion/complete")
				.sort((one, other) => other.startedAt - one.startedAt)
				.slice(0, SHOWN),
		[all, sessionId],
	);
	if (calls.length === 0) return null;
	return (
		<section aria-labelledby="rail-calls" className="flex min-h-0 flex-col">
			<h2 id="rail-calls" className="px-2 pt-3.5 pb-1 text-11 font-medium text-text-3">
				Last calls
			</h2>
			<ol className="scroll-thin min-h-0">
				{calls.map((call) => {
					const { text, className } = call.outcome ? said[call.outcome.kind](call.outcome) : running;
					return (
						<li key={call.callId}>
							<button
								type="button"
								onClick={() => setUrlState({ seq: call.seq })}
								title={`Show ${call.method} in the messages`}
								className="quick focus-inset flex h-6 w-full items-center gap-2 rounded-sm px-2 text-left text-11 text-text-2 hover:bg-surface-3"
							>
								<span className="cut flex-1 font-mono">{call.subject || call.method}</span>
								<span className={cx("flex-none tabular-nums", className)}>{text}</span>
							</button>
						</li>
					);
				})}
			</ol>
		</section>
	);
}
