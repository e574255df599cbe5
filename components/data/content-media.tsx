"use client";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { formatBytes, formatCount } from "@/lib/format/format-bytes.ts";
import { type ImageSize, imageSize, PIXEL_LIMIT } from "@/lib/mcp/image-size.ts";
import { sameType, sniffType } from "@/lib/mcp/sniff-type.ts";
import { Button } from "../ui/button.tsx";
import { ContentFrame } from "./content-frame.tsx";
import { decodeBase64 } from "./decode-base64.ts";

export type ContentMediaProps = {
	index: number;
	/** what stands in the head beside the index: "image", or a resource's uri */
	title: string;
	base64: string;
	/** the type that the server gives it */
	claimed: string | undefined;
	extra: string | undefined;
};

const formatSize = ({ width, height }: ImageSize): string => `${formatCount(width)} × ${formatCount(height)}`;

/** Bytes that may be an image or a sound. What they are is read from the bytes; the server's word for it only stands beside. */
export function ContentMedia({ index, title, base64, claimed, extra }: ContentMediaProps) {
	const bytes = useMemo(() => decodeBase64(base64), [base64]);
	const found = bytes && sniffType(bytes);
	const declared = bytes && found ? imageSize(bytes, found.type) : undefined;
	const [loaded, setLoaded] = useState<{ size?: ImageSize; seconds?: number; failed?: boolean }>({});
	const [asked, setAsked] = useState(false);
	const pixels = declared ? declared.width * declared.height : 0;
	const waits = pixels > PIXEL_LIMIT && !asked;
	const url = useBlobUrl(bytes, found?.type, !waits);
	const size = declared ?? loaded.size;
	const facts = [size && formatSize(size), loaded.seconds !== undefined && formatSeconds(loaded.seconds), bytes && formatBytes(bytes.length)]
		.filter(Boolean)
		.join(" · ");
	const differs = claimed !== undefined && found !== undefined && !sameType(claimed, found.type);
	const label = found?.type ?? claimed ?? "unknown type";
	return (
		<ContentFrame
			index={index}
			type={title === "image" || title === "audio" ? label : `${title} · ${label}`}
			facts={facts}
			copy={base64}
			copyLabel={`Copy base64 of block ${index}`}
			extra={extra}
		>
			{differs && (
				<Line>
					The server calls it {claimed}; the bytes are {found.type}.
				</Line>
			)}
			{!bytes && <Line>The data is not base64, so there is nothing to show.</Line>}
			{bytes && !found && (
				<Line>Not shown: the bytes are no image or sound of a type that a browser is given{claimed ? ` (the server calls them ${claimed})` : ""}.</Line>
			)}
			{waits && declared && (
				<div className="flex flex-wrap items-center gap-2 p-2.5">
					<Button size="sm" onClick={() => setAsked(true)}>
						Decode {formatSize(declared)}
					</Button>
					<span className="text-11 text-text-3">It would take {formatBytes(pixels * 4)} of memory.</span>
				</div>
			)}
			{loaded.failed && <Line>The browser could not decode it as {found?.type}.</Line>}
			{url && !loaded.failed && found?.kind === "image" && (
				<div className="bg-surface-2 p-2">
					{/* biome-ignore lint/performance/noImgElement: a blob of this page, nothing to optimise */}
					<img
						src={url}
						alt={`Content block ${index}, ${found.type}`}
						className="mx-auto block max-h-80 max-w-full"
						onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) => setLoaded({ size: { width: naturalWidth, height: naturalHeight } })}
						onError={() => setLoaded({ failed: true })}
					/>
				</div>
			)}
			{url && !loaded.failed && found?.kind === "audio" && (
				// biome-ignore lint/a11y/useMediaCaption: what a server sends has no captions
				<audio
					src={url}
					controls
					preload="metadata"
					aria-label={`Content block ${index}, ${found.type}`}
					className="block h-9 w-full p-1"
					onLoadedMetadata={({ currentTarget: { duration } }) => Number.isFinite(duration) && setLoaded({ seconds: duration })}
					onError={() => setLoaded({ failed: true })}
				/>
			)}
		</ContentFrame>
	);
}

function Line({ children }: { children: ReactNode }) {
	return <p className="px-2.5 py-1.5 text-12 text-text-2">{children}</p>;
}

const formatSeconds = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;

/** An address for bytes under a type of ours, as long as the component lives. */
function useBlobUrl(bytes: Uint8Array<ArrayBuffer> | undefined, type: string | undefined, wanted: boolean): string | undefined {
	const [url, setUrl] = useState<string>();
	useEffect(() => {
		if (!bytes || !type || !wanted) return;
		const made = URL.createObjectURL(new Blob([bytes], { type }));
		setUrl(made);
		return () => {
			URL.revokeObjectURL(made);
			setUrl(undefined);
		};
	}, [bytes, type, wanted]);
	return url;
}
