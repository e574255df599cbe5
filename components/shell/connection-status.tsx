import { cx } from "@/components/ui/class-names.ts";
import { Dot, type DotTone } from "@/components/ui/dot.tsx";
import type { Session } from "@/lib/protocol/session.ts";

const shown: Record<Session["state"], { text: string; tone: DotTone; className: string }> = {
	connecting: { text: "Connecting", tone: "pending", className: "text-pending" },
	connected: { text: "Connected", tone: "ok", className: "text-ok" },
	disconnected: { text: "Disconnected", tone: "quiet", className: "text-text-2" },
	failed: { text: "Failed", tone: "error", className: "text-error" },
};

/** The one word that says how the session stands. */
export function ConnectionStatus({ state }: { state: Session["state"] }) {
	const { text, tone, className } = shown[state];
	return (
		<span className={cx("flex flex-none items-center gap-1.5 font-strong", className)}>
			<Dot tone={tone} pulse={state === "connecting"} />
			<span role="status" aria-label="Connection">
				{text}
			</span>
		</span>
	);
}
