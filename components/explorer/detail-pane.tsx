"use client";
import { type KeyboardEvent, type ReactNode, useRef } from "react";
import { Split } from "@/components/ui/split.tsx";
import { settings } from "@/lib/client/settings-store.ts";
import type { Call } from "@/lib/protocol/call.ts";
import { useElementWidth } from "./use-element-width.ts";
import type { Run } from "./use-run.ts";

/** From this width on the result stands beside the form. */
const WIDE = 1_100;

export type DetailPaneProps = {
	/** the accessible name */
	label: string;
	run: Run;
	/** the call whose result is shown */
	shown: Call | undefined;
	head: ReactNode;
	/** what is typed, and the bar that sends it; without it the result has the room for itself */
	editing?: ReactNode;
	/** null while there is none */
	result: ReactNode;
	/** the result is what is read, and the form is small */
	isResultTall?: boolean;
};

/** The right side of an explorer: one item, what is sent to it, and what came back. Ctrl/Cmd+Enter sends, Ctrl/Cmd+. cancels. */
export function DetailPane({ label, run, shown, head, editing, result, isResultTall = false }: DetailPaneProps) {
	const pane = useRef<HTMLElement>(null);
	const width = useElementWidth(pane);
	const onKeyDown = (event: KeyboardEvent) => {
		if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
		if (event.key === "Enter" && !event.repeat) {
			event.preventDefault();
			run.run();
		} else if (event.key === "." && shown && !shown.outcome) {
			event.preventDefault();
			run.cancel(shown.callId);
		}
	};
	const beside = width >= WIDE;
	const isShort = typeof window !== "undefined" && window.innerHeight <= 780;
	const sizeName = beside ? "result-width" : isResultTall ? "result-tall" : "result-height";
	const height = isResultTall ? (isShort ? 164 : 250) : isShort ? 110 : 166;
	return (
		<section ref={pane} aria-label={label} data-pane="item" onKeyDown={onKeyDown} className="flex min-h-0 flex-1 flex-col">
			{head}
			{editing === undefined ? (
				result
			) : (
				<Split
					key={beside ? "beside" : "below"}
					label="Resize result"
					direction={beside ? "columns" : "rows"}
					sized="second"
					size={settings.get().sizes[sizeName] ?? (beside ? Math.round(width / 2) : height)}
					min={beside ? 320 : 110}
					max={beside ? "70%" : "75%"}
					restMin={beside ? 360 : 96}
					onSize={(size) => settings.change({ sizes: { [sizeName]: size } })}
					first={editing}
					second={result}
					className="min-h-0 flex-1"
				/>
			)}
		</section>
	);
}
