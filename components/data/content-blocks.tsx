"use client";
import { Link2 } from "lucide-react";
import { fileName } from "@/lib/format/file-name.ts";
import { formatBytes } from "@/lib/format/format-bytes.ts";
import type { ContentBlock } from "@/lib/mcp/read-content-block.ts";
import { cx } from "../ui/class-names.ts";
import { Icon } from "../ui/icon.tsx";
import { ContentBlob } from "./content-blob.tsx";
import { ContentFrame } from "./content-frame.tsx";
import { ContentText } from "./content-text.tsx";
import { JsonView } from "./json-view.tsx";

/** Blocks that are shown at once. */
const SHOWN = 200;

/** The content of a result, block by block. Media stand side by side where there is room. */
export function ContentBlocks({ blocks, embedded = true }: { blocks: readonly ContentBlock[]; embedded?: boolean }) {
	if (blocks.length === 0) return <p className="p-3 text-text-3">The content is an empty list.</p>;
	const hasMedia = blocks.some(isNarrow);
	return (
		<div className="@container">
			<div className="grid grid-cols-1 gap-2 @min-[640px]:grid-cols-2">
				{blocks.slice(0, SHOWN).map((block) => (
					<div key={block.index} className={cx("min-w-0", !isNarrow(block) && !(hasMedia && isShortText(block)) && "@min-[640px]:col-span-2")}>
						<ContentBlockView block={block} embedded={embedded} />
					</div>
				))}
			</div>
			{blocks.length > SHOWN && <p className="pt-2 text-11 text-text-3">{blocks.length - SHOWN} more blocks: see Raw.</p>}
		</div>
	);
}

const isNarrow = (block: ContentBlock): boolean =>
	block.type === "image" || block.type === "audio" || block.type === "resource_link" || (block.type === "resource" && block.base64 !== undefined);

const isShortText = (block: ContentBlock): boolean => block.type === "text" && block.text.length <= 160;

/** One block by itself. `fill` gives it all of the height; `embedded` says that a resource is a block of something else. */
export function ContentBlockView({ block, fill = false, embedded = true }: { block: ContentBlock; fill?: boolean; embedded?: boolean }) {
	const { index, extra } = block;
	switch (block.type) {
		case "text":
			return <ContentText index={index} title="text" text={block.text} bytes={block.bytes} extra={extra} fill={fill} />;
		case "image":
		case "audio":
			return (
				<ContentBlob
					index={index}
					title={block.type}
					base64={block.base64}
					claimed={block.mimeType}
					extra={extra}
					file={fileName(`${block.type}-${index}`, block.mimeType)}
					fill={fill}
				/>
			);
		case "resource": {
			const title = fill ? "" : embedded ? `resource · ${block.uri}` : block.uri;
			const file = fileName(block.uri, block.mimeType);
			const common = { index, title, claimed: block.mimeType, extra, file, fill };
			if (block.text !== undefined) return <ContentText {...common} text={block.text} bytes={block.bytes} />;
			return <ContentBlob {...common} base64={block.base64 ?? ""} />;
		}
		case "resource_link":
			return (
				<ContentFrame
					index={index}
					type="resource_link"
					facts={[block.mimeType, block.size !== undefined && formatBytes(block.size)].filter(Boolean).join(" · ")}
					copy={block.uri}
					copyLabel={`Copy uri of block ${index}`}
					extra={extra}
				>
					<div className="flex min-h-[38px] items-center gap-2 px-2.5 py-1.5">
						<Icon of={Link2} className="text-text-3" />
						<div className="min-w-0">
							<div className="font-mono text-11 break-all">{block.uri}</div>
							{(block.title ?? block.name) !== block.uri && <div className="text-text-2">{block.title ?? block.name}</div>}
							{block.description && <div className="text-11 text-text-3">{block.description}</div>}
						</div>
					</div>
				</ContentFrame>
			);
		case "unknown":
			return (
				<ContentFrame
					index={index}
					type={`${block.named}: ${block.fault}`}
					facts={formatBytes(block.bytes)}
					copy={block.json}
					copyLabel={`Copy block ${index}`}
					extra={undefined}
				>
					<JsonView text={block.json} label={`content[${index}]`} className="max-h-80" />
				</ContentFrame>
			);
	}
}
