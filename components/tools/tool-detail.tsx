"use client";
import { Play } from "lucide-react";
import { useId, useMemo, useState } from "react";
import { DetailPane } from "@/components/explorer/detail-pane.tsx";
import { RunBar } from "@/components/explorer/run-bar.tsx";
import { useLookAt } from "@/components/explorer/use-look-at.ts";
import { useRun } from "@/components/explorer/use-run.ts";
import { Button } from "@/components/ui/button.tsx";
import { TabPanel } from "@/components/ui/tabs.tsx";
import { toolCallParams } from "@/lib/client/run-call.ts";
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
import { sayArguments } from "./say-arguments.ts";
import { ToolForm } from "./tool-form.tsx";
import { ToolHead, type ToolTab, toolTabs } from "./tool-head.tsx";
import { ToolJson } from "./tool-json.tsx";
import { ToolResult } from "./tool-result.tsx";
import { ToolSchemas } from "./tool-schemas.tsx";

/** One tool: what it is, its arguments, and what came of running it. Arguments are one text; form and JSON are two views of it. */
export function ToolDetail({ session, tool }: { session: Session; tool: Tool }) {
	const tabsId = useId();
	const expansion = useMemo(() => expandSchema(tool.inputSchema), [tool.inputSchema]);
	const initial = useMemo(() => prettyJson(initialArguments(expansion.kind === "form" ? expansion.root : undefined)), [expansion]);
	const { text, setText, isInitial } = useArguments(session.targetKey, tool.name, initial);
	const parsed = useMemo(() => parseJson(text), [text]);
	const [resets, setResets] = useState(0);
	const calls = useCalls(session.id, { method: "tools/call", subject: tool.name });
	const run = useRun(session, "Run", "tools/call", parsed.value && toolCallParams(tool.name, compactJson(parsed.value)));
	// of a pinned call the newest is shown: a reload has just made it
	const pinned = session.pinned?.callIds.includes(run.shownId ?? "") ? session.pinned.callIds.at(-1) : undefined;
	const shown = calls.find(({ callId }) => callId === (pinned ?? run.shownId)) ?? calls.at(-1);
	useLookAt(session, "tool", tool.name);
	const inputSchema = useMemo(() => tool.inputSchema && compactJson(tool.inputSchema), [tool.inputSchema]);
	const verdict = useVerdict(inputSchema, parsed.value && text, 150);
	const wanted = useUrlState().tab;
	const tab: ToolTab = toolTabs.find(({ id }) => id === wanted)?.id ?? (expansion.kind === "form" ? "form" : "json");
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
				verb="Run"
				icon={Play}
				disabled={parsed.fault !== undefined}
				word={sayArguments({ fault: parsed.fault, verdict, hasSchema: tool.inputSchema !== undefined, isInitial })}
			>
				<Button
					disabled={isInitial}
					onClick={() => {
						setText(initial);
						setResets(resets + 1);
					}}
				>
					Reset
				</Button>
			</RunBar>
		</div>
	);
	return (
		<DetailPane
			label={`Tool ${tool.name}`}
			run={run}
			shown={shown}
			head={
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
			}
			editing={editing}
			result={shown ? <ToolResult key={shown.callId} session={session} tool={tool} call={shown} run={run} /> : null}
		/>
	);
}
