"use client";
import { useMemo, useState } from "react";
import { formatBytes } from "@/lib/format/format-bytes.ts";
import { Button } from "../ui/button.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { ContentFrame } from "./content-frame.tsx";
import { JsonView } from "./json-view.tsx";

export type ContentTextProps = { index: number; type: string; text: string; bytes: number; extra: string | undefined };

/** Characters that are laid out at once: a paragraph of megabytes would hold the page still. */
const SHOWN = 50_000;

/** Text as it is; what is JSON can be read as JSON. Nothing in it is markup. */
export function ContentText({ index, type, text, bytes, extra }: ContentTextProps) {
	const [view, setView] = useState<"text" | "json">("text");
	const [all, setAll] = useState(false);
	const isJson = useMemo(() => looksLikeJson(text), [text]);
	const shown = all ? text : text.slice(0, SHOWN);
	return (
		<ContentFrame
			index={index}
			type={type}
			facts={formatBytes(bytes)}
			copy={text}
			copyLabel={`Copy text of block ${index}`}
			extra={extra}
			actions={
				isJson && (
					<Segmented
						label={`Show block ${index} as`}
						size="sm"
						options={[
							{ id: "text", label: "Text" },
							{ id: "json", label: "JSON" },
						]}
						value={view}
						onChange={setView}
					/>
				)
			}
		>
			{isJson && view === "json" ? (
				<JsonView text={text} label={`content[${index}] as JSON`} className="max-h-96" />
			) : (
				<div className="px-2.5 py-2 text-13 wrap-break-word whitespace-pre-wrap">
					{shown === "" ? <span className="text-text-3">empty text</span> : shown}
					{shown.length < text.length && (
						<Button size="sm" className="mt-1 flex" onClick={() => setAll(true)}>
							Show all {formatBytes(bytes)}
						</Button>
					)}
				</div>
			)}
		</ContentFrame>
	);
}

function looksLikeJson(text: string): boolean {
	if (text.length > 5_000_000 || !/^\s*[[{]/.test(text)) return false;
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}
