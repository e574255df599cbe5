"use client";
import dynamic from "next/dynamic";
import type { JsonValue } from "@/lib/mcp/json-value.ts";
import type { Call } from "@/lib/protocol/call.ts";

const EarlierMenu = dynamic(() => import("./earlier-menu.tsx").then((loaded) => loaded.EarlierMenu), { ssr: false });

export type EarlierCallsProps = {
	calls: readonly Call[];
	shown: Call | undefined;
	/** the parameters that the chosen one was sent with */
	onParams?: (params: JsonValue | undefined) => void;
	onShow: (callId: string) => void;
};

/** The calls before the one that is shown; without any there is nothing here. */
export function EarlierCalls({ calls, shown, onParams, onShow }: EarlierCallsProps) {
	const earlier = calls.filter((call) => call !== shown);
	return earlier.length === 0 ? null : <EarlierMenu earlier={earlier} onParams={onParams} onShow={onShow} />;
}
