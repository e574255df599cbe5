"use client";
import { Pin } from "lucide-react";
import { IconButton } from "@/components/ui/button.tsx";
import { callBridge } from "@/lib/client/call-bridge.ts";
import { useAction } from "@/lib/client/use-action.ts";
import type { Call } from "@/lib/protocol/call.ts";
import type { Session } from "@/lib/protocol/session.ts";

/** Makes this call again after each reload, so that its results can be compared. One call of a session is pinned at a time. */
export function PinButton({ session, call }: { session: Session; call: Call }) {
	const isPinned = session.pinned?.callIds.includes(call.callId) ?? false;
	const pin = useAction(() => callBridge("pinCall", { sessionId: session.id, callId: isPinned ? null : call.callId }));
	return <IconButton icon={Pin} size="sm" label="Run again after each reload" pressed={isPinned} disabled={pin.busy} onClick={pin.run} />;
}
