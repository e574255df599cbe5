"use client";
import { useEffect, useRef, useState } from "react";
import { cx } from "../ui/class-names.ts";
import type { JsonEditorHandle } from "./create-json-editor.ts";

export type JsonEditorProps = {
	/** the accessible name */
	label: string;
	value: string;
	onChange: (text: string) => void;
	/** line, from 1, on which the text stops being JSON */
	faultLine?: number;
	className?: string;
};

/** An editor that keeps whatever is typed, JSON or not. Its code is loaded when the first one appears. */
export function JsonEditor({ label, value, onChange, faultLine, className }: JsonEditorProps) {
	const host = useRef<HTMLDivElement>(null);
	const [editor, setEditor] = useState<JsonEditorHandle>();
	const latest = useRef({ value, onChange });
	latest.current = { value, onChange };
	useEffect(() => {
		let handle: JsonEditorHandle | undefined;
		let ended = false;
		void import("./create-json-editor.ts").then(({ createJsonEditor }) => {
			const element = host.current;
			if (ended || !element) return;
			const root = element.shadowRoot ?? element.attachShadow({ mode: "open" });
			handle = createJsonEditor(root, { text: latest.current.value, label, onChange: (text) => latest.current.onChange(text) });
			setEditor(handle);
		});
		return () => {
			ended = true;
			handle?.destroy();
			setEditor(undefined);
		};
	}, [label]);
	useEffect(() => editor?.setText(value), [editor, value]);
	useEffect(() => editor?.setFaultLine(faultLine), [editor, faultLine]);
	return (
		<div className={cx("relative min-h-0", className)}>
			{!editor && <pre className="p-2 font-mono text-11 whitespace-pre-wrap text-text-2">{value.slice(0, 10_000)}</pre>}
			<div ref={host} className="absolute inset-0 focus-within:shadow-(--focus-inset)" />
		</div>
	);
}
