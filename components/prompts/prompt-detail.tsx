"use client";
import { MessageSquareText } from "lucide-react";
import { useId, useMemo, useState } from "react";
import { DetailPane } from "@/components/explorer/detail-pane.tsx";
import { EarlierCalls } from "@/components/explorer/earlier-calls.tsx";
import { ItemHead } from "@/components/explorer/item-head.tsx";
import { LazySchemaForm } from "@/components/explorer/lazy-schema-form.tsx";
import { RunBar, type RunWord } from "@/components/explorer/run-bar.tsx";
import { useLookAt } from "@/components/explorer/use-look-at.ts";
import { useRun } from "@/components/explorer/use-run.ts";
import { useSuggest } from "@/components/explorer/use-suggest.ts";
import { Button } from "@/components/ui/button.tsx";
import { promptGetParams } from "@/lib/client/run-call.ts";
import { useArguments } from "@/lib/client/use-arguments.ts";
import { useCalls } from "@/lib/client/use-calls.ts";
import { compactJson } from "@/lib/mcp/format-json.ts";
import { emptyObject, type JsonValue, member } from "@/lib/mcp/json-value.ts";
import { parseJson } from "@/lib/mcp/parse-json.ts";
import type { Prompt } from "@/lib/mcp/read-prompt.ts";
import { promptForm } from "@/lib/mcp/text-form.ts";
import type { Session } from "@/lib/protocol/session.ts";
import { PromptResult } from "./prompt-result.tsx";

const none: ReadonlyMap<string, readonly string[]> = new Map();

/** One prompt: what it is, its arguments, and the messages that it gave. */
export function PromptDetail({ session, prompt }: { session: Session; prompt: Prompt }) {
	useLookAt(session, "prompt", prompt.name);
	const id = useId();
	const root = useMemo(() => promptForm(prompt), [prompt]);
	const { text, setText, isInitial } = useArguments(session.targetKey, `prompt ${prompt.name}`, "{}");
	const values = useMemo(() => parseJson(text).value ?? emptyObject, [text]);
	const [resets, setResets] = useState(0);
	const calls = useCalls(session.id, { method: "prompts/get", subject: prompt.name });
	const run = useRun(session, "Get prompt", "prompts/get", promptGetParams(prompt.name, compactJson(values)));
	const suggest = useSuggest(session, { type: "ref/prompt", name: prompt.name }, values);
	const shown = calls.find(({ callId }) => callId === run.shownId) ?? calls.at(-1);
	return (
		<DetailPane
			label={`Prompt ${prompt.name}`}
			run={run}
			shown={shown}
			head={
				<ItemHead
					item={prompt}
					twin="A request reaches whichever prompt the server finds under this name"
					actions={
						<EarlierCalls
							calls={calls}
							shown={shown}
							onShow={run.show}
							onParams={(params) => setText(compactJson(member(params, "arguments") ?? emptyObject))}
						/>
					}
				>
					<div className="h-[9px] short:h-1.5" />
				</ItemHead>
			}
			editing={
				<div className="@container flex min-h-0 flex-1 flex-col">
					<div className="scroll-thin min-h-0 flex-1 px-4 py-2.5 short:py-1.5">
						{prompt.arguments.length === 0 && <p className="text-text-2">This prompt takes no arguments.</p>}
						<LazySchemaForm key={resets} id={id} root={root} value={values} errors={none} suggest={suggest} onChange={(value) => setText(compactJson(value))} />
						{prompt.faults.map((fault) => (
							<p key={fault} className="pt-2 text-11 text-error">
								{fault}
							</p>
						))}
					</div>
					<RunBar session={session} run={run} verb="Get prompt" icon={MessageSquareText} word={sayMissing(prompt, values)}>
						<Button
							disabled={isInitial}
							onClick={() => {
								setText("{}");
								setResets(resets + 1);
							}}
						>
							Reset
						</Button>
					</RunBar>
				</div>
			}
			isResultTall
			result={shown ? <PromptResult key={shown.callId} session={session} call={shown} run={run} /> : null}
		/>
	);
}

/** Required arguments can be left out all the same: how a server answers that is worth seeing. */
function sayMissing(prompt: Prompt, values: JsonValue): RunWord {
	const missing = prompt.arguments.filter(({ name, required }) => required && member(values, name) === undefined).map(({ name }) => name);
	if (missing.length === 0) return { text: "", tone: "quiet" };
	return { text: `${missing.join(", ")} ${missing.length === 1 ? "is" : "are"} required · Get prompt sends what there is`, tone: "quiet" };
}
