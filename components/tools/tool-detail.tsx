"use client";
import { type KeyboardEvent, useId, useMemo, useRef, useState } from "react";
import { Split } from "@/components/ui/split.tsx";
import { TabPanel } from "@/components/ui/tabs.tsx";
import { settings } from "@/lib/client/settings-store.ts";
import { useArguments } from "@/lib/client/use-arguments.ts";
import { useCalls } from "@/lib/client/use-calls.ts";
import { setUrlState, useUrlState } from "@/lib/client/use-url-state.ts";
import { useVerdict } from "@/lib/client/use-verdict.ts";
import { expandSchema } from "@/lib/mcp/expand-schema.ts";
import { compactJson, prettyJson } from "@/lib/mcp/format-json.ts";
import { initialArguments } from "@/lib/mcp/initial-arguments.ts";
import { parseJson } from "@/lib/mcp/parse-json.ts";
import type { Tool } from "@/lib/mcp/read-tool.ts";
import type { Session } from "@/lib/protocol/session.ts";
import { CallResult } from "./call-result.tsx";
import { RunBar } from "./run-bar.tsx";
import { ToolForm } from "./tool-form.tsx";
import { ToolHead, type ToolTab, toolTabs } from "./tool-head.tsx";
import { ToolJson } from "./tool-json.tsx";
import { ToolSchemas } from "./tool-schemas.tsx";
import { useElementWidth } from "./use-element-width.ts";
import { useRun } from "./use-run.ts";

/** From this width on the result stands beside the form. */
const WIDE = 1_100;

/** One tool: what it is, its arguments, and what came of running it. Arguments are one text; form and JSON are two views of it. */
export function ToolDetail({ session, tool }: { session: Session; tool: Tool }) {
	const tabsId = useId();
	const pane = useRef<HTMLElement>(null);
	const width = useElementWidth(pane);
	const expansion = useMemo(() => expandSchema(tool.inputSchema), [tool.inputSchema]);
	const initial = useMemo(() => prettyJson(initialArguments(expansion.kind === "form" ? expansion.root : undefined)), [expansion]);
	const { text, setText, isInitial } = useArguments(session.targetKey, tool.name, initial);
	const parsed = useMemo(() => parseJson(text), [text]);
	const [resets, setResets] = useState(0);
	const calls = useCalls(session.id, { method: "tools/call", subject: tool.name });
	const run = useRun(session, tool.name, parsed.value);
	const shown = calls.find(({ callId }) => callId === run.shownId) ?? calls.at(-1);
	const inputSchema = useMemo(() => tool.inputSchema && compactJson(tool.inputSchema), [tool.inputSchema]);
	const verdict = useVerdict(inputSchema, parsed.value && text, 150);
	const wanted = useUrlState().tab;
	const tab: ToolTab = toolTabs.find(({ id }) => id === wanted)?.id ?? (expansion.kind === "form" ? "form" : "json");
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
	const editing = (
		<div className="flex min-h-0 flex-1 flex-col">
			<TabPanel tabs={tabsId} value={tab} className="@container flex min-h-0 flex-1 flex-col">
				{tab === "form" && (
					<ToolForm
						key={resets}
						expansion={expansion}
						parsed={parsed}
						verdict={verdict}
						showMissing={!isInitial || calls.length > 0}
						onChange={(value) => setText(prettyJson(value))}
						onOpenJson={() => setUrlState({ tab: "json" })}
					/>
				)}
				{tab === "json" && <ToolJson text={text} fault={parsed.fault} reason={expansion.kind === "json" ? expansion.reason : undefined} onChange={setText} />}
				{tab === "schemas" && <ToolSchemas tool={tool} />}
			</TabPanel>
			<RunBar
				session={session}
				run={run}
				fault={parsed.fault}
				verdict={verdict}
				hasSchema={tool.inputSchema !== undefined}
				isInitial={isInitial}
				onReset={() => {
					setText(initial);
					setResets(resets + 1);
				}}
			/>
		</div>
	);
	const beside = width >= WIDE;
	return (
		<section ref={pane} aria-label={`Tool ${tool.name}`} data-pane="tool" onKeyDown={onKeyDown} className="flex min-h-0 flex-1 flex-col">
			<ToolHead
				tool={tool}
				tabsId={tabsId}
				tab={tab}
				onTab={(next) => setUrlState({ tab: next })}
				calls={calls}
				shown={shown}
				onLoad={setText}
				onShow={run.show}
			/>
			<Split
				key={beside ? "beside" : "below"}
				label="Resize result"
				direction={beside ? "columns" : "rows"}
				sized="second"
				size={
					beside
						? (settings.get().sizes["result-width"] ?? Math.round(width / 2))
						: (settings.get().sizes["result-height"] ?? (window.innerHeight <= 780 ? 110 : 166))
				}
				min={beside ? 320 : 110}
				max={beside ? "70%" : "75%"}
				restMin={beside ? 360 : 96}
				onSize={(size) => settings.change({ sizes: { [beside ? "result-width" : "result-height"]: size } })}
				first={editing}
				second={
					shown ? (
						<CallResult
							key={shown.callId}
							session={session}
							tool={tool}
							call={shown}
							onCancel={() => run.cancel(shown.callId)}
							cancelProblem={run.cancelProblem}
						/>
					) : null
				}
				className="min-h-0 flex-1"
			/>
		</section>
	);
}
