"use client";
import { useState } from "react";
import type { FormShape } from "@/lib/mcp/form-node.ts";
import { addedValue } from "@/lib/mcp/initial-arguments.ts";
import { matchVariant } from "@/lib/mcp/match-variant.ts";
import { Segmented } from "../ui/segmented.tsx";
import { Select } from "../ui/select.tsx";
import { useSchemaField } from "./schema-context.ts";
import { SchemaControl, type SchemaControlProps } from "./schema-control.tsx";

/** One of several alternatives: which one, and its own control. It starts at the one that the value is most like. */
export function SchemaVariants({ shape, path, name, value, onChange, unlabelled }: SchemaControlProps & { shape: Extract<FormShape, { kind: "variants" }> }) {
	const { id, labelId } = useSchemaField(path);
	const { variants } = shape;
	const [chosen, setChosen] = useState(() => matchVariant(variants, value));
	// a value that came from elsewhere may belong to another alternative
	const [seen, setSeen] = useState(value);
	if (seen !== value) {
		setSeen(value);
		const node = variants[chosen]?.node;
		if (node && value !== undefined && !couldBe(node.shape.kind, value.kind)) setChosen(matchVariant(variants, value));
	}
	const options = variants.map(({ label }, at) => ({ id: String(at), label }));
	const choose = (next: string) => {
		const variant = variants[Number(next)];
		if (!variant || Number(next) === chosen) return;
		setChosen(Number(next));
		onChange(addedValue(variant.node));
	};
	const naming = unlabelled ? { label: `${name}: which alternative` } : { labelledBy: labelId };
	const short = options.length <= 3 && options.every(({ label }) => label.length <= 18);
	const node = variants[chosen]?.node ?? variants[0]?.node;
	return (
		<div className="flex min-w-0 flex-1 flex-col gap-1.5">
			<div className="max-w-[360px]">
				{short ? (
					<Segmented id={`${id}-variant`} {...naming} size="field" options={options} value={String(chosen)} onChange={choose} />
				) : (
					<Select id={`${id}-variant`} {...naming} options={options} value={String(chosen)} onChange={choose} />
				)}
			</div>
			{node && <SchemaControl key={chosen} node={node} path={path} name={name} value={value} onChange={onChange} unlabelled />}
		</div>
	);
}

const couldBe = (shape: FormShape["kind"], value: string): boolean =>
	shape === value || shape === "any" || shape === "enum" || shape === "const" || shape === "variants" || (shape === "number" && value === "string");
