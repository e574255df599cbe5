"use client";
import { useId, useMemo, useState } from "react";
import type { Suggest } from "@/components/data/suggest.ts";
import { DetailPane } from "@/components/explorer/detail-pane.tsx";
import { EarlierCalls } from "@/components/explorer/earlier-calls.tsx";
import { LazySchemaForm } from "@/components/explorer/lazy-schema-form.tsx";
import type { RunWord } from "@/components/explorer/run-bar.tsx";
import { useLookAt } from "@/components/explorer/use-look-at.ts";
import { useSuggest } from "@/components/explorer/use-suggest.ts";
import { Button } from "@/components/ui/button.tsx";
import { CopyButton } from "@/components/ui/copy-button.tsx";
import { TextField } from "@/components/ui/text-field.tsx";
import { useArguments } from "@/lib/client/use-arguments.ts";
import { compactJson } from "@/lib/mcp/format-json.ts";
import { emptyObject, type JsonValue, member } from "@/lib/mcp/json-value.ts";
import { parseJson } from "@/lib/mcp/parse-json.ts";
import type { Resource } from "@/lib/mcp/read-resource.ts";
import { templateForm } from "@/lib/mcp/text-form.ts";
import { expandUriTemplate, parseUriTemplate, type TemplateFault, templateVariables, type UriTemplate } from "@/lib/mcp/uri-template.ts";
import type { Session } from "@/lib/protocol/session.ts";
import { ResourceBar } from "./resource-bar.tsx";
import { ResourceHead } from "./resource-head.tsx";
import { ResourceResult } from "./resource-result.tsx";
import { useReading } from "./use-reading.ts";

const none: ReadonlyMap<string, readonly string[]> = new Map();

/** One template: its variables, the URI that they give, and what reading that brought. */
export function TemplateDetail({ session, template }: { session: Session; template: Resource }) {
	useLookAt(session, "template", template.item.id);
	const source = template.item.id;
	const parsed = useMemo(() => parseUriTemplate(source), [source]);
	const { text, setText, isInitial } = useArguments(session.targetKey, `template ${source}`, "{}");
	const values = useMemo(() => parseJson(text).value ?? emptyObject, [text]);
	const [typed, setTyped] = useState(source);
	const [resets, setResets] = useState(0);
	const uri = parsed.parts ? expandUriTemplate(parsed, values) : typed;
	const suggest = useSuggest(session, { type: "ref/resource", uri: source }, values);
	const reading = useReading(session, uri === "" ? undefined : uri);
	const { run, calls, shown } = reading;
	return (
		<DetailPane
			label={`Resource template ${template.name}`}
			run={run}
			shown={shown}
			head={<ResourceHead resource={template} address="URI template" actions={<EarlierCalls calls={calls} shown={shown} onShow={run.show} />} />}
			editing={
				<div className="@container flex min-h-0 flex-1 flex-col">
					<div className="scroll-thin min-h-0 flex-1 px-4 py-2.5 short:py-1.5">
						{parsed.parts ? (
							<Variables key={resets} template={parsed} values={values} suggest={suggest} onChange={(value) => setText(compactJson(value))} />
						) : (
							<Malformed source={source} fault={parsed.fault} typed={typed} onType={setTyped} />
						)}
					</div>
					<div className="flex h-7 flex-none items-center gap-1.5 border-t border-line-1 px-4 text-11">
						<span className="flex-none text-text-3">Reads</span>
						<output aria-label="Expanded URI" className="cut font-mono" title={uri}>
							{uri}
						</output>
						<CopyButton text={uri} label="Copy URI" />
					</div>
					<ResourceBar
						session={session}
						uri={uri === "" ? undefined : uri}
						reading={reading}
						word={parsed.parts ? sayMissing(parsed, values) : { text: "", tone: "quiet" }}
						edge="top"
					>
						<Button
							disabled={parsed.parts ? isInitial : typed === source}
							onClick={() => {
								setText("{}");
								setTyped(source);
								setResets(resets + 1);
							}}
						>
							Reset
						</Button>
					</ResourceBar>
				</div>
			}
			isResultTall
			result={shown ? <ResourceResult key={shown.subject} session={session} call={shown} run={run} uri={uri} /> : null}
		/>
	);
}

type VariablesProps = { template: UriTemplate; values: JsonValue; suggest: Suggest | undefined; onChange: (value: JsonValue) => void };

function Variables({ template, values, suggest, onChange }: VariablesProps) {
	const id = useId();
	const root = useMemo(() => templateForm(template), [template]);
	const isConstant = root.shape.kind === "object" && root.shape.fields.length === 0;
	return (
		<>
			{isConstant && <p className="text-text-2">The template has no variable: it stands for one URI.</p>}
			<LazySchemaForm id={id} root={root} value={values} errors={none} suggest={suggest} onChange={onChange} />
		</>
	);
}

/** A template that cannot be expanded can still be read from, by writing the URI. */
function Malformed({ source, fault, typed, onType }: { source: string; fault: TemplateFault; typed: string; onType: (text: string) => void }) {
	const id = useId();
	const from = Math.max(0, fault.at - 30);
	return (
		<div className="flex flex-col gap-1.5">
			<p className="text-error">
				The template is malformed at character {fault.at + 1}: {fault.message}.
			</p>
			<p className="cut font-mono text-11" aria-hidden="true">
				{from > 0 && "…"}
				{source.slice(from, fault.at)}
				<mark className="rounded-xs bg-error-soft text-error">{source[fault.at] ?? " "}</mark>
				{source.slice(fault.at + 1, fault.at + 60)}
			</p>
			<label htmlFor={id} className="text-11 text-text-3">
				URI, written by hand
			</label>
			<TextField id={id} mono value={typed} onChange={onType} />
		</div>
	);
}

/** Variables that have no value are no error: what they leave behind is what is read. */
function sayMissing(template: UriTemplate, values: JsonValue): RunWord {
	const missing = templateVariables(template).filter(({ name, operator }) => !"?&#;".includes(operator || " ") && isEmpty(member(values, name)));
	if (missing.length === 0) return { text: "", tone: "quiet" };
	const names = missing.map(({ name }) => name).join(", ");
	return { text: `${names} ${missing.length === 1 ? "has" : "have"} no value · Read sends the URI as it is`, tone: "quiet" };
}

const isEmpty = (value: JsonValue | undefined): boolean =>
	value === undefined ||
	(value.kind === "string" && value.value === "") ||
	(value.kind === "array" && value.items.length === 0) ||
	(value.kind === "object" && value.members.length === 0);
