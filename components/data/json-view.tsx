"use client";
import { useEffect, useMemo, useState } from "react";
import { createDirectJsonSource } from "./direct-json-source.ts";
import { DIRECT_BYTES, type JsonSource } from "./json-source.ts";
import { type JsonMark, JsonTree } from "./json-tree.tsx";
import { createWorkerJsonSource } from "./worker-json-source.ts";

export type JsonViewProps = {
	text: string;
	/** the accessible name */
	label: string;
	marks?: JsonMark[];
	/** line numbers at the left; without them it sits in a pane like plain text */
	numbered?: boolean;
	className?: string;
};

const pieceBytes = 1_048_576;

/** JSON text re-indented from its own characters: digits, duplicate keys and key order stay. It scrolls by itself: give it a height. */
export function JsonView({ text, label, marks, numbered = false, className }: JsonViewProps) {
	const bytes = useMemo(() => new TextEncoder().encode(text), [text]);
	const direct = useMemo(() => (bytes.length <= DIRECT_BYTES ? createDirectJsonSource(bytes) : undefined), [bytes]);
	const [inWorker, setInWorker] = useState<JsonSource>();
	useEffect(() => {
		if (direct) return;
		const source = createWorkerJsonSource();
		for (let from = 0; from < bytes.length; from = from === 0 ? DIRECT_BYTES : from + pieceBytes)
			source.push(bytes.slice(from, from === 0 ? DIRECT_BYTES : from + pieceBytes));
		source.end();
		setInWorker(source);
		return () => {
			source.close();
			setInWorker(undefined);
		};
	}, [bytes, direct]);
	const source = direct ?? inWorker;
	return source ? <JsonTree source={source} label={label} marks={marks} numbered={numbered} className={className} /> : <div className={className} />;
}
