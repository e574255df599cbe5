"use client";
import { useState } from "react";
import { formatBytes, formatCount } from "@/lib/format/format-bytes.ts";
import { type ImageSize, imageSize, PIXEL_LIMIT } from "@/lib/mcp/image-size.ts";
import { Button } from "../ui/button.tsx";
import { cx } from "../ui/class-names.ts";
import type { BlobPreviewProps } from "./blob-preview.tsx";
import { useBlobUrl } from "./use-blob-url.ts";

export const formatSize = ({ width, height }: ImageSize): string => `${formatCount(width)} × ${formatCount(height)}`;

/** An image of bytes. One that declares more pixels than are good for the page waits to be asked for. */
export function BlobImage({ index, bytes, type, fill, onFact, onFail }: BlobPreviewProps) {
	const declared = imageSize(bytes, type);
	const pixels = declared ? declared.width * declared.height : 0;
	const [asked, setAsked] = useState(false);
	const waits = pixels > PIXEL_LIMIT && !asked;
	const url = useBlobUrl(bytes, type, !waits);
	if (waits && declared)
		return (
			<div className="flex flex-wrap items-center gap-2 p-2.5">
				<Button size="sm" onClick={() => setAsked(true)}>
					Decode {formatSize(declared)}
				</Button>
				<span className="text-11 text-text-3">It would take {formatBytes(pixels * 4)} of memory.</span>
			</div>
		);
	if (!url) return null;
	return (
		<div className={cx("bg-surface-2 p-2", fill && "min-h-0 flex-1")}>
			{/* biome-ignore lint/performance/noImgElement: a blob of this page, nothing to optimise */}
			<img
				src={url}
				alt={`Content block ${index}, ${type}`}
				className={cx("mx-auto block max-w-full", fill ? "h-full object-scale-down" : "max-h-80")}
				onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) => onFact(formatSize({ width: naturalWidth, height: naturalHeight }))}
				onError={onFail}
			/>
		</div>
	);
}
