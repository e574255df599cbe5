"use client";
import type { ReactNode } from "react";
import type { MediaKind } from "@/lib/mcp/sniff-type.ts";
import { BlobAudio } from "./blob-audio.tsx";
import { BlobImage } from "./blob-image.tsx";
import { BlobPdf } from "./blob-pdf.tsx";

export type BlobPreviewProps = {
	index: number;
	bytes: Uint8Array<ArrayBuffer>;
	/** the type that the bytes were found to be: one of our list, never the server's word */
	type: string;
	fill: boolean | undefined;
	/** a measure that shows once it is decoded */
	onFact: (fact: string) => void;
	/** the browser could not decode it */
	onFail: () => void;
};

/** What draws each kind of media. */
export const blobPreviews: Readonly<Record<MediaKind, (props: BlobPreviewProps) => ReactNode>> = { image: BlobImage, audio: BlobAudio, pdf: BlobPdf };
