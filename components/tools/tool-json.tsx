"use client";
import { JsonEditor } from "@/components/data/json-editor.tsx";
import type { JsonFault } from "@/lib/mcp/parse-json.ts";

/** The JSON tab: the arguments' text, whatever it is. */
export function ToolJson({
	text,
	fault,
	reason,
	onChange,
}: {
	text: string;
	fault: JsonFault | undefined;
	reason: string | undefined;
	onChange: (text: string) => void;
}) {
	return (
		<div className="flex min-h-0 flex-1 flex-col">
			{reason && <p className="flex-none border-b border-line-1 bg-surface-2 px-4 py-1.5 text-11 text-text-2">{reason} There is no form.</p>}
			<JsonEditor label="Arguments as JSON" value={text} onChange={onChange} faultLine={fault?.line} className="flex-1" />
		</div>
	);
}
