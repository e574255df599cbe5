"use client";
import { LoaderCircle, Unplug } from "lucide-react";
import { Strip } from "@/components/ui/strip.tsx";
import { inspector } from "@/lib/client/inspector.ts";
import { useNow } from "@/lib/client/use-now.ts";
import { useStore } from "@/lib/client/use-store.ts";

const PATIENCE_MS = 400;

/** Before anything is known. Most loads are over before it says a word. */
export function WaitingPage() {
	const link = useStore(inspector.link);
	const now = useNow(200);
	return (
		<main className="min-h-0 flex-1 bg-surface-1">
			<h1 className="sr-only">mcp-inspect</h1>
			{link.state === "lost" ? (
				<Strip
					tone="warn"
					icon={Unplug}
					title="mcp-inspect does not answer"
					detail="Was it stopped? Start it again in its terminal and open the link that it prints; this page keeps trying."
				/>
			) : (
				now - link.since > PATIENCE_MS && <Strip tone="pending" icon={LoaderCircle} title="Opening the session…" />
			)}
		</main>
	);
}
