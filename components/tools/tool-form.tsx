"use client";
import { useId, useMemo } from "react";
import { LazySchemaForm } from "@/components/explorer/lazy-schema-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import type { Verdict } from "@/lib/client/validate-in-worker.ts";
import type { Expansion } from "@/lib/mcp/expand-schema.ts";
import type { JsonValue } from "@/lib/mcp/json-value.ts";
import { errorsByField } from "@/lib/mcp/judge-arguments.ts";
import type { ParsedJson } from "@/lib/mcp/parse-json.ts";

export type ToolFormProps = {
	expansion: Expansion;
	parsed: ParsedJson;
	verdict: Verdict | undefined;
	/** complain about fields that are missing, not only about wrong ones */
	showMissing: boolean;
	onChange: (value: JsonValue) => void;
	onOpenJson: () => void;
};

const none: ReadonlyMap<string, readonly string[]> = new Map();

/** The Form tab: the form, or why there is none. */
export function ToolForm({ expansion, parsed, verdict, showMissing, onChange, onOpenJson }: ToolFormProps) {
	const id = useId();
	const errors = useMemo(() => (verdict?.state === "differs" ? errorsByField(verdict.differences, showMissing) : none), [verdict, showMissing]);
	const trouble =
		expansion.kind === "json"
			? `${expansion.reason} Arguments are typed as JSON.`
			: parsed.fault
				? `The JSON tab holds text that is not JSON: line ${parsed.fault.line}, ${parsed.fault.message}.`
				: parsed.value.kind !== "object"
					? `The JSON tab holds ${parsed.value.kind === "null" ? "null" : `a value of type ${parsed.value.kind}`}, and a form needs an object.`
					: undefined;
	if (trouble !== undefined || expansion.kind === "json" || !parsed.value)
		return (
			<div className="scroll-thin flex min-h-0 flex-1 flex-col items-start gap-2 px-4 py-2.5">
				<p className="text-text-2">{trouble}</p>
				<Button size="sm" onClick={onOpenJson}>
					Open JSON
				</Button>
			</div>
		);
	const { root } = expansion;
	const takesNothing = root.shape.kind === "object" && root.shape.fields.length === 0 && !root.shape.additional;
	const whole = errors.get("") ?? [];
	return (
		<div className="scroll-thin min-h-0 flex-1 px-4 py-2.5 short:py-1.5">
			{takesNothing && <p className="text-text-2">This tool takes no arguments.</p>}
			<LazySchemaForm id={id} root={root} value={parsed.value} errors={errors} onChange={onChange} />
			{whole.length > 0 && <p className="pt-2 text-11 text-error">{whole.join("; ")}</p>}
			{expansion.notes.map((note) => (
				<p key={note} className="pt-2 text-11 text-text-3">
					{note}
				</p>
			))}
		</div>
	);
}
