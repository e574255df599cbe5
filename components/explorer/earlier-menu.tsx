"use client";
import { Menu } from "@base-ui/react/menu";
import { History } from "lucide-react";
import { cx } from "@/components/ui/class-names.ts";
import { Icon } from "@/components/ui/icon.tsx";
import { readRaw } from "@/lib/client/call-bridge.ts";
import { useAction } from "@/lib/client/use-action.ts";
import { formatDuration } from "@/lib/format/format-duration.ts";
import { formatClock } from "@/lib/format/format-time.ts";
import { type JsonValue, member } from "@/lib/mcp/json-value.ts";
import { parseJson } from "@/lib/mcp/parse-json.ts";
import type { Call } from "@/lib/protocol/call.ts";

/** Calls that the menu offers, newest first. */
const SHOWN = 30;

export type EarlierMenuProps = {
	earlier: readonly Call[];
	onParams: ((params: JsonValue | undefined) => void) | undefined;
	onShow: (callId: string) => void;
};

/** A menu of an item's calls in the session; choosing one shows its result and takes what was sent into the form. */
export function EarlierMenu({ earlier, onParams, onShow }: EarlierMenuProps) {
	const load = useAction(async (call: Call) => {
		onShow(call.callId);
		if (call.seq === 0 || !onParams) return;
		const { bytes } = await readRaw(call.seq);
		onParams(member(parseJson(new TextDecoder().decode(bytes)).value, "params"));
	});
	return (
		<Menu.Root modal={false}>
			<Menu.Trigger className="quick inline-flex h-row flex-none items-center gap-1.5 rounded-sm px-[7px] font-medium whitespace-nowrap text-text-2 hover:bg-surface-3 hover:text-text-1">
				<Icon of={History} />
				{earlier.length} earlier {earlier.length === 1 ? "call" : "calls"}
			</Menu.Trigger>
			<Menu.Portal>
				<Menu.Positioner sideOffset={4} align="end" className="z-50">
					<Menu.Popup className="scroll-thin max-h-[min(360px,var(--available-height))] min-w-60 rounded-md bg-surface-1 p-1 shadow-pop outline-none">
						{earlier
							.slice(-SHOWN)
							.toReversed()
							.map((call) => (
								<Menu.Item
									key={call.callId}
									onClick={() => load.run(call)}
									className="flex h-row items-center gap-3 rounded-sm px-2 text-text-1 tabular-nums outline-none data-highlighted:bg-surface-3"
								>
									<span className="text-text-2">{formatClock(call.startedAt)}</span>
									<span className="flex-1 text-text-3">run {call.run}</span>
									<span className={cx(tones[call.outcome?.kind ?? "running"])}>{say(call)}</span>
								</Menu.Item>
							))}
					</Menu.Popup>
				</Menu.Positioner>
			</Menu.Portal>
		</Menu.Root>
	);
}

const tones: Readonly<Record<NonNullable<Call["outcome"]>["kind"] | "running", string>> = {
	result: "text-text-3",
	"tool-error": "text-warn",
	"protocol-error": "text-error",
	cancelled: "text-text-3",
	timeout: "text-error",
	lost: "text-error",
	"not-sent": "text-error",
	running: "text-pending",
};

function say({ outcome }: Call): string {
	if (!outcome) return "running";
	if (outcome.kind === "result") return formatDuration(outcome.durationMs);
	return outcome.kind === "protocol-error" && outcome.code !== undefined ? `error ${String(outcome.code).replace("-", "−")}` : outcome.kind.replace("-", " ");
}
