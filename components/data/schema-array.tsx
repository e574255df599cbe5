"use client";
import { ArrowDown, ArrowUp, Plus, X } from "lucide-react";
import type { FormShape } from "@/lib/mcp/form-node.ts";
import { emptiedItem, itemValue } from "@/lib/mcp/initial-arguments.ts";
import { itemsOf, type JsonValue } from "@/lib/mcp/json-value.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { type SchemaPath, useSchemaField } from "./schema-context.ts";
import { SchemaControl } from "./schema-control.tsx";
import { FieldErrors } from "./schema-field.tsx";

export type SchemaArrayProps = {
	shape: Extract<FormShape, { kind: "array" }>;
	path: SchemaPath;
	name: string;
	value: JsonValue | undefined;
	onChange: (value: JsonValue) => void;
};

/** Items that a form shows; more would make every keystroke slow. */
const SHOWN = 100;

/** The items of a list, each with its own control; they can be added, removed and moved. */
export function SchemaArray({ shape, path, name, value, onChange }: SchemaArrayProps) {
	const items = itemsOf(value);
	const set = (next: readonly JsonValue[]) => onChange({ kind: "array", items: next });
	const nodeAt = (at: number) => shape.prefix[at] ?? shape.items;
	const move = (from: number, to: number) => {
		const next = [...items];
		const [moved] = next.splice(from, 1);
		if (moved) set([...next.slice(0, to), moved, ...next.slice(to)]);
	};
	const next = nodeAt(items.length);
	return (
		<div className="col-span-full flex min-w-0 flex-col gap-1.5">
			{items.length > 0 && (
				<ol className="flex flex-col gap-1.5">
					{items.slice(0, SHOWN).map((item, at) => {
						const node = nodeAt(at);
						return (
							// biome-ignore lint/suspicious/noArrayIndexKey: items have no identity but their place
							<li key={at} className="flex items-start gap-2">
								<span className="w-8 flex-none pt-[5px] text-right font-mono text-11 text-text-3">[{at}]</span>
								<div className="flex min-w-0 flex-1 flex-col">
									{node && (
										<SchemaControl
											node={node}
											path={[...path, at]}
											name={`${name}[${at}]`}
											value={item}
											// an item cannot be absent
											onChange={(changed) => set(items.map((each, place) => (place === at ? (changed ?? emptiedItem(node)) : each)))}
											unlabelled
										/>
									)}
									<ItemErrors path={[...path, at]} />
								</div>
								<span className="flex flex-none pt-px">
									<IconButton icon={ArrowUp} size="sm" label={`Move ${name}[${at}] up`} disabled={at === 0} onClick={() => move(at, at - 1)} />
									<IconButton
										icon={ArrowDown}
										size="sm"
										label={`Move ${name}[${at}] down`}
										disabled={at === items.length - 1}
										onClick={() => move(at, at + 1)}
									/>
									<IconButton icon={X} size="sm" label={`Remove ${name}[${at}]`} onClick={() => set(items.filter((_, place) => place !== at))} />
								</span>
							</li>
						);
					})}
				</ol>
			)}
			{items.length > SHOWN && <p className="text-11 text-text-3">{items.length - SHOWN} more items: edit them in the JSON tab.</p>}
			{next && (shape.maxItems === undefined || items.length < shape.maxItems) && items.length < SHOWN && (
				<Button size="sm" icon={Plus} className="self-start" aria-label={`Add item to ${name}`} onClick={() => set([...items, itemValue(next)])}>
					Add item
				</Button>
			)}
		</div>
	);
}

function ItemErrors({ path }: { path: SchemaPath }) {
	const { errorId, errors } = useSchemaField(path);
	return <FieldErrors id={errorId} errors={errors} />;
}
