"use client";
import { CircleAlert, KeyRound, Unplug } from "lucide-react";
import { Strip } from "@/components/ui/strip.tsx";
import { formatAge } from "@/lib/client/format-age.ts";
import { inspector } from "@/lib/client/inspector.ts";
import { useNow } from "@/lib/client/use-now.ts";
import { useStore } from "@/lib/client/use-store.ts";
import type { Session } from "@/lib/protocol/session.ts";

/** Says over all panes that the page lost its bridge, or that the capture stopped recording. What is on screen stays. */
export function LinkStrip({ session }: { session: Session }) {
	const link = useStore(inspector.link);
	const now = useNow(1000, link.state === "lost");
	if (link.state === "lost")
		return (
			<Strip
				tone="warn"
				icon={Unplug}
				title="The inspector has ended"
				detail={`mcp-inspect has not answered for ${formatAge(now - link.since)}. Start it again in its terminal; this page keeps trying, and what it shows stays readable.`}
			/>
		);
	if (link.state === "refused")
		return (
			<Strip
				tone="warn"
				icon={KeyRound}
				title="Another inspector answers here"
				detail="It does not know this page. Open the link that it printed in its terminal; what is shown here stays readable until then."
			/>
		);
	if (session.captureProblem) return <Strip tone="error" icon={CircleAlert} title="Recording stopped" detail={session.captureProblem} />;
	return null;
}
