"use client";
import { useMemo, useState } from "react";
import { formatBytes } from "@/lib/format/format-bytes.ts";
import { describeText } from "@/lib/mcp/describe-content.ts";
import { Segmented } from "../ui/segmented.tsx";
import { ContentFrame } from "./content-frame.tsx";
import { DownloadButton } from "./download-button.tsx";
import { JsonView } from "./json-view.tsx";
import { PlainText } from "./plain-text.tsx";

export type ContentTextProps = {
	index: number;
	/** what stands in the head: "text", or a resource's uri */
	title: string;
	text: string;
	bytes: number;
	/** the type that the server gives it */
	claimed?: string | undefined;
	extra: string | undefined;
	/** name of the file that it can be kept as; without it there is no download */
	file?: string | undefined;
	fill?: boolean | undefined;
};

const views = [
	{ id: "text", label: "Text" },
	{ id: "json", label: "JSON" },
] as const;

/** Text as it is; what is JSON can be read as JSON, and is shown so at first where it stands alone. */
export function ContentText({ index, title, text, bytes, claimed, extra, file, fill }: ContentTextProps) {
	const found = useMemo(() => describeText(text, claimed), [text, claimed]);
	const [chosen, setView] = useState<"text" | "json">();
	const view = chosen ?? (fill ? "json" : "text");
	const isJson = found.kind === "json";
	return (
		<ContentFrame
			index={index}
			type={[title, (found.differs === undefined ? claimed : undefined) ?? (title === "text" ? undefined : found.type)].filter(Boolean).join(" · ")}
			facts={formatBytes(bytes)}
			copy={text}
			copyLabel={`Copy text of block ${index}`}
			extra={extra}
			differs={found.differs}
			fill={fill}
			actions={
				<>
					{isJson && <Segmented label={`Show block ${index} as`} size="sm" options={views} value={view} onChange={setView} />}
					{file !== undefined && <DownloadButton name={file} parts={() => text} label={`Download block ${index}`} />}
				</>
			}
		>
			{isJson && view === "json" ? (
				<JsonView text={text} label={`content[${index}] as JSON`} className={fill ? "min-h-0 flex-1 py-1" : "max-h-96"} />
			) : (
				<PlainText text={text} bytes={bytes} label={`content[${index}] as text`} fill={fill} />
			)}
		</ContentFrame>
	);
}
