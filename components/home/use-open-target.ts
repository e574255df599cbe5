"use client";
import { useRouter } from "next/navigation";
import { callBridge } from "@/lib/client/call-bridge.ts";
import { type Action, useAction } from "@/lib/client/use-action.ts";
import { setUrlState } from "@/lib/client/use-url-state.ts";
import type { Target } from "@/lib/protocol/target.ts";

/** Starts a session and leads to it. Text is read first; what is wrong with it is the action's problem. */
export function useOpenTarget(): Action<[Target | string]> {
	const router = useRouter();
	return useAction(async (wanted: Target | string) => {
		const target = typeof wanted === "string" ? (await callBridge("readTarget", { text: wanted })).target : wanted;
		const session = await callBridge("openSession", { target });
		setUrlState({ session: session.id });
		router.replace(`/tools?session=${encodeURIComponent(session.id)}`);
	});
}
