"use client";
import { Plus, X } from "lucide-react";
import type { FormNode } from "@/lib/mcp/form-node.ts";
import { compactJson } from "@/lib/mcp/format-json.ts";
import { emptiedItem, itemValue } from "@/lib/mcp/initial-arguments.ts";
import { type JsonMember, type JsonValue, membersOf } from "@/lib/mcp/json-value.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { TextField } from "../ui/text-field.tsx";
import type { SchemaPath } from "./schema-context.ts";
import { useSchemaField } from "./schema-context.ts";
import { SchemaControl } from "./schema-control.tsx";
import { FieldErrors } from "./schema-field.tsx";

type Props = { known: ReadonlySet<string>; path: SchemaPath; value: JsonValue | undefined; onChange: (value: JsonValue) => void };

/** Members under names of the person's own choosing, addressed by their place: while a name is typed it may be empty or there twice. */
export function SchemaEntries({ node, known, path, value, onChange }: Props & { node: FormNode }) {
	const members = membersOf(value);
	const set = (next: readonly JsonMember[]) => onChange({ kind: "object", members: next });
	const replace = (at: number, pair: JsonMember) => set(members.map((each, place) => (place === at ? pair : each)));
	const parent = String(path.at(-1) ?? "arguments");
	return (
		<div className="col-span-full flex min-w-0 flex-col gap-1.5">
			{members.map(([name, inner], at) =>
				known.has(name) ? null : (
					// biome-ignore lint/suspicious/noArrayIndexKey: the name changes while it is typed
					<div key={at} className="flex items-start gap-2">
						<TextField
							mono
							aria-label={`Name of ${parent} entry ${at + 1}`}
							value={name}
							placeholder="name"
							onChange={(typed) => replace(at, [typed, inner])}
							className="w-44 flex-none"
						/>
						<div className="flex min-w-0 flex-1 flex-col">
							<SchemaControl
								node={node}
								path={[...path, name]}
								name={name || "entry"}
								value={inner}
								onChange={(next) => replace(at, [name, next ?? emptiedItem(node)])}
								unlabelled
							/>
							<EntryErrors path={[...path, name]} />
						</div>
						<IconButton icon={X} size="sm" label={`Remove ${name}`} className="mt-[3px]" onClick={() => set(members.filter((_, place) => place !== at))} />
					</div>
				),
			)}
			<Button
				size="sm"
				icon={Plus}
				className="self-start"
				aria-label={`Add entry to ${parent}`}
				onClick={() => set([...members, [freeName(members), itemValue(node)]])}
			>
				Add entry
			</Button>
		</div>
	);
}

/** Members that the schema does not know: sent all the same, and said so. */
export function SchemaStrangers({ known, path, value, onChange }: Props) {
	const strangers = membersOf(value).filter(([name]) => !known.has(name));
	return (
		<div className="col-span-full flex flex-col gap-1 text-11 text-text-3">
			{strangers.map(([name, inner], at) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: a name may be there twice
				<div key={at} className="flex items-center gap-1.5">
					<span>Also sent, not in the schema</span>
					<span className="cut font-mono text-text-1">
						{name}: {compactJson(inner).slice(0, 120)}
					</span>
					<IconButton
						icon={X}
						size="sm"
						label={`Leave out ${name}`}
						onClick={() => onChange({ kind: "object", members: membersOf(value).filter(([other]) => other !== name) })}
					/>
					<EntryErrors path={[...path, name]} />
				</div>
			))}
		</div>
	);
}

function EntryErrors({ path }: { path: SchemaPath }) {
	const { errorId, errors } = useSchemaField(path);
	return <FieldErrors id={errorId} errors={errors} />;
}

function freeName(members: readonly JsonMember[]): string {
	const taken = new Set(members.map(([name]) => name));
	let at = 1;
	while (taken.has(`key${at}`)) at++;
	return `key${at}`;
}
