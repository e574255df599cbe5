"use client";
import { Bell, BellOff, Eye } from "lucide-react";
import { type ReactNode, useId } from "react";
import { RunBar, type RunWord } from "@/components/explorer/run-bar.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Switch } from "@/components/ui/switch.tsx";
import { callBridge } from "@/lib/client/call-bridge.ts";
import { useAction } from "@/lib/client/use-action.ts";
import type { Session } from "@/lib/protocol/session.ts";
import type { Reading } from "./use-reading.ts";

export type ResourceBarProps = {
	session: Session;
	uri: string | undefined;
	reading: Reading;
	/** how what would be read stands, while there is nothing more urgent to say */
	word: RunWord;
	edge: "top" | "bottom";
	children?: ReactNode;
};

/** Read, and where the server offers it Subscribe. */
export function ResourceBar({ session, uri, reading, word, edge, children }: ResourceBarProps) {
	const { run, subscription, follows, setFollows } = reading;
	const followId = useId();
	const subscribing = useAction((name: "subscribe" | "unsubscribe", of: string) => callBridge(name, { sessionId: session.id, uri: of }));
	const isOn = subscription?.state === "active" || subscription?.state === "asking";
	const problem = subscribing.problem;
	return (
		<RunBar
			session={session}
			run={run}
			verb="Read"
			icon={Eye}
			disabled={uri === undefined}
			word={problem ? { text: problem.message, tone: "error" } : (sayUpdates(reading) ?? word)}
			edge={edge}
		>
			{children}
			{offersSubscriptions(session) && uri !== undefined && (
				<>
					<Button
						icon={isOn ? BellOff : Bell}
						disabled={session.state !== "connected" || subscribing.busy || subscription?.state === "asking"}
						onClick={() => subscribing.run(isOn ? "unsubscribe" : "subscribe", uri)}
					>
						{isOn ? "Unsubscribe" : "Subscribe"}
					</Button>
					{subscription?.state === "active" && (
						<span className="flex flex-none items-center gap-1.5 text-text-2" title="Fetches the resource again each time the server says that it was updated">
							<Switch id={followId} labelledBy={`${followId}-label`} checked={follows} onChange={setFollows} />
							<span id={`${followId}-label`}>Read on update</span>
						</span>
					)}
				</>
			)}
		</RunBar>
	);
}

/** Whether the server declared that it tells of updates. */
function offersSubscriptions({ server }: Session): boolean {
	const resources = server?.capabilities.resources;
	return typeof resources === "object" && resources !== null && "subscribe" in resources && resources.subscribe === true;
}

function sayUpdates({ subscription, update, isStale }: Reading): RunWord | undefined {
	if (subscription?.state === "refused") return { text: `Not subscribed: ${subscription.message}`, tone: "error" };
	if (subscription?.state === "ended")
		return { text: subscription.message ? `No longer subscribed: ${subscription.message}` : "Subscribed again when the server is back", tone: "warn" };
	if (subscription?.state === "asking") return { text: "Subscribing…", tone: "quiet" };
	const times = update && (update.count === 1 ? "Updated once" : `Updated ${update.count} times`);
	if (update && isStale) return { text: `${times}, last by frame ${update.seq}, and not read since`, tone: "warn" };
	if (!subscription) return update && { text: `${times}, last by frame ${update.seq}`, tone: "quiet" };
	return { text: times ? `${times}, last by frame ${update?.seq}` : "Subscribed; no update so far", tone: "quiet" };
}
