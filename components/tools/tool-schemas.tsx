"use client";
import { useMemo } from "react";
import { JsonView } from "@/components/data/json-view.tsx";
import { CopyButton } from "@/components/ui/copy-button.tsx";
import { prettyJson } from "@/lib/mcp/format-json.ts";
import type { JsonValue } from "@/lib/mcp/json-value.ts";
import type { Tool } from "@/lib/mcp/read-tool.ts";

/** The Schemas tab: both schemas as they came over the wire. */
export function ToolSchemas({ tool }: { tool: Tool }) {
	return (
		<div className="grid min-h-0 flex-1 grid-cols-2 divide-x divide-line-1 @max-[520px]:grid-cols-1 @max-[520px]:grid-rows-2 @max-[520px]:divide-x-0 @max-[520px]:divide-y">
			<Schema title="Input schema" schema={tool.inputSchema} absent="The tool declares no input schema. The specification asks for one." />
			<Schema title="Output schema" schema={tool.outputSchema} absent="The tool declares no output schema, so structured content is not judged." />
		</div>
	);
}

function Schema({ title, schema, absent }: { title: string; schema: JsonValue | undefined; absent: string }) {
	const text = useMemo(() => schema && prettyJson(schema), [schema]);
	return (
		<section aria-label={title} className="flex min-h-0 min-w-0 flex-col">
			<div className="flex h-7 flex-none items-center gap-2 pr-2 pl-4 text-11 text-text-3">
				<h3 className="font-medium">{title}</h3>
				<span className="flex-1" />
				{text !== undefined && <CopyButton text={text} label={`Copy ${title.toLowerCase()}`} />}
			</div>
			{text === undefined ? <p className="px-4 text-text-2">{absent}</p> : <JsonView text={text} label={title} numbered className="min-h-0 flex-1" />}
		</section>
	);
}
