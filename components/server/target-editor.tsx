"use client";
import { RotateCw, Undo2 } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Segmented } from "@/components/ui/segmented.tsx";
import { Select } from "@/components/ui/select.tsx";
import { Switch } from "@/components/ui/switch.tsx";
import { TextField } from "@/components/ui/text-field.tsx";
import { callBridge } from "@/lib/client/call-bridge.ts";
import { useAction } from "@/lib/client/use-action.ts";
import type { Session } from "@/lib/protocol/session.ts";
import { EraChoice, HttpChoice, type TargetDraft } from "@/lib/protocol/target.ts";
import { DraftValues } from "./draft-values.tsx";
import { MillisecondsField } from "./milliseconds-field.tsx";
import { useDraft } from "./use-draft.ts";

const eras = EraChoice.options.map((id) => ({ id, label: eraTitle(id) }));
const transports = HttpChoice.options.map((id) => ({ id, label: { auto: "Auto", http: "Streamable HTTP", sse: "HTTP+SSE" }[id] }));

function eraTitle(era: EraChoice): string {
	if (era === "auto") return "auto: whichever the server speaks";
	if (era === "legacy") return "legacy: initialize handshake";
	return era === "modern" ? "modern: no handshake" : `exactly ${era}`;
}

function Row({ label, htmlFor, hint, children }: { label: string; htmlFor?: string; hint?: string; children: ReactNode }) {
	return (
		<>
			<label htmlFor={htmlFor} className="pt-1 leading-[18px] text-text-2">
				{label}
			</label>
			<div className="min-w-0">
				{children}
				{hint && <p className="pt-1 text-11 text-text-3">{hint}</p>}
			</div>
		</>
	);
}

/** The target of the next start. What is typed is kept at once and applies with the next Restart, from wherever. */
export function TargetEditor({ session }: { session: Session }) {
	const draft = useDraft(session.id);
	const [discards, setDiscards] = useState(0);
	const restart = useAction(async () => {
		if (await draft.settle()) await callBridge("restart", { sessionId: session.id });
	});
	const discard = useAction(async () => {
		await draft.discard();
		// fields that hold text of their own begin anew
		setDiscards((count) => count + 1);
	});
	const problem = draft.problem ?? restart.problem ?? discard.problem;
	const edited = session.edited;
	return (
		<div className="flex min-h-0 flex-1 flex-col">
			<div className="scroll-thin min-h-0 flex-1 px-4 py-3">
				{draft.value && <Fields key={discards} session={session} draft={draft.value} onChange={draft.change} />}
			</div>
			<div className="flex min-h-11 flex-none items-center gap-2 border-t border-line-1 px-4 py-1.5">
				<Button variant="primary" icon={RotateCw} onClick={restart.run} disabled={restart.busy || draft.problem !== undefined}>
					{edited.length > 0 ? "Restart with changes" : "Restart now"}
				</Button>
				{(edited.length > 0 || draft.problem) && (
					<Button icon={Undo2} onClick={discard.run} disabled={discard.busy}>
						Discard changes
					</Button>
				)}
				<p role="status" className="min-w-0 flex-1 leading-[18px] wrap-anywhere">
					{problem ? (
						<span className="text-error">
							{problem.message} {problem.hint && <span className="text-text-2">{problem.hint}</span>}
						</span>
					) : (
						<span className="text-text-2">
							{edited.length > 0 ? `Changed: ${edited.join(", ")}. The next restart takes it.` : "This is what the present run was started with."}
						</span>
					)}
				</p>
			</div>
		</div>
	);
}

type FieldsProps = { session: Session; draft: TargetDraft; onChange: (patch: Partial<TargetDraft>) => void };

function Fields({ session, draft, onChange }: FieldsProps) {
	const id = useId();
	const isDemo = session.target.kind === "demo";
	const isUrl = /^\s*https?:\/\//i.test(draft.text);
	return (
		<div className="grid max-w-[860px] grid-cols-[132px_minmax(0,1fr)] gap-x-3 gap-y-2.5">
			{!isDemo && (
				<Row label={isUrl ? "URL" : "Command or file"} htmlFor={`${id}-text`}>
					<TextField id={`${id}-text`} mono value={draft.text} onChange={(text) => onChange({ text })} />
				</Row>
			)}
			{isUrl ? (
				<>
					<Row label="Transport">
						<Segmented label="Transport" options={transports} value={draft.http} onChange={(http) => onChange({ http })} />
					</Row>
					<Row label="Headers" hint="Sent with every request. ${NAME} takes a value from the environment at each connect.">
						<DraftValues
							what="header"
							values={draft.headers}
							onChange={(headers) => onChange({ headers })}
							namePlaceholder="Authorization"
							valuePlaceholder="Bearer ${TOKEN}"
						/>
					</Row>
				</>
			) : (
				<Row label="Folder" htmlFor={`${id}-cwd`}>
					<TextField id={`${id}-cwd`} mono value={draft.cwd} placeholder={session.target.cwd} onChange={(cwd) => onChange({ cwd })} />
				</Row>
			)}
			<Row label="Environment">
				<DraftValues what="variable" values={draft.env} onChange={(env) => onChange({ env })} namePlaceholder="NAME" valuePlaceholder="value" />
				{!isUrl && (
					<div className="flex items-center gap-2 pt-2">
						<Switch labelledBy={`${id}-whole`} checked={!draft.cleanEnv} onChange={(whole) => onChange({ cleanEnv: !whole })} />
						<span id={`${id}-whole`} className="text-text-2">
							pass the inspector's whole environment on
						</span>
					</div>
				)}
			</Row>
			<Row label="Era" htmlFor={`${id}-era`}>
				<Select id={`${id}-era`} label="Era" options={eras} value={draft.era} onChange={(era) => onChange({ era })} className="max-w-72" />
			</Row>
			<Row label="Connect timeout" htmlFor={`${id}-connect`}>
				<MillisecondsField id={`${id}-connect`} value={draft.connectTimeoutMs} onChange={(value) => value !== null && onChange({ connectTimeoutMs: value })} />
			</Row>
			<Row label="Call timeout" htmlFor={`${id}-call`} hint="Nothing here lets a call take as long as it wants.">
				<MillisecondsField id={`${id}-call`} optional placeholder="none" value={draft.timeoutMs} onChange={(timeoutMs) => onChange({ timeoutMs })} />
			</Row>
		</div>
	);
}
