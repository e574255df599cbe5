"use client";
import { Plus, X } from "lucide-react";
import { useRef } from "react";
import { Button, IconButton } from "@/components/ui/button.tsx";
import { TextField } from "@/components/ui/text-field.tsx";
import type { DraftValue } from "@/lib/protocol/target.ts";

export type DraftValuesProps = {
	/** "variable" or "header", as people call one */
	what: string;
	values: readonly DraftValue[];
	onChange: (values: DraftValue[]) => void;
	namePlaceholder: string;
	valuePlaceholder: string;
};

/** Names with values that are never shown: one that is known keeps its eight dots until another one is typed over them. */
export function DraftValues({ what, values, onChange, namePlaceholder, valuePlaceholder }: DraftValuesProps) {
	const list = useRef<HTMLDivElement>(null);
	const replace = (at: number, next: DraftValue) => onChange(values.map((each, place) => (place === at ? next : each)));
	const add = () => {
		onChange([...values, { name: "", value: "" }]);
		requestAnimationFrame(() => list.current?.querySelector<HTMLInputElement>("[data-row]:last-of-type input")?.focus());
	};
	return (
		<div ref={list} className="flex min-w-0 flex-col gap-1.5">
			{values.map(({ name, value }, at) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: the name changes while it is typed
				<div key={at} data-row className="flex items-center gap-2">
					<TextField
						mono
						aria-label={`Name of ${what} ${at + 1}`}
						value={name}
						placeholder={namePlaceholder}
						onChange={(typed) => replace(at, value === undefined ? { name: typed } : { name: typed, value })}
						className="w-44 flex-none"
					/>
					<TextField
						mono
						aria-label={`Value of ${name || `${what} ${at + 1}`}`}
						value={value ?? ""}
						placeholder={value === undefined ? "••••••••" : valuePlaceholder}
						onChange={(typed) => replace(at, { name, value: typed })}
						// readable while it is typed
						className="flex-1 not-focus-within:[-webkit-text-security:disc]"
					/>
					<IconButton icon={X} size="sm" label={`Remove ${name || `${what} ${at + 1}`}`} onClick={() => onChange(values.filter((_, place) => place !== at))} />
				</div>
			))}
			<Button size="sm" icon={Plus} className="self-start" onClick={add}>
				Add {what}
			</Button>
		</div>
	);
}
