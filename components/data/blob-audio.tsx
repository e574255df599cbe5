"use client";
import type { BlobPreviewProps } from "./blob-preview.tsx";
import { useBlobUrl } from "./use-blob-url.ts";

const formatSeconds = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;

/** A sound of bytes, to be played. */
export function BlobAudio({ index, bytes, type, onFact, onFail }: BlobPreviewProps) {
	const url = useBlobUrl(bytes, type, true);
	if (!url) return null;
	return (
		// biome-ignore lint/a11y/useMediaCaption: what a server sends has no captions
		<audio
			src={url}
			controls
			preload="metadata"
			aria-label={`Content block ${index}, ${type}`}
			className="block h-9 w-full flex-none p-1"
			onLoadedMetadata={({ currentTarget: { duration } }) => Number.isFinite(duration) && onFact(formatSeconds(duration))}
			onError={onFail}
		/>
	);
}
