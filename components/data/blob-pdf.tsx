"use client";
import { FileText } from "lucide-react";
import { useState } from "react";
import { Button } from "../ui/button.tsx";
import { cx } from "../ui/class-names.ts";
import type { BlobPreviewProps } from "./blob-preview.tsx";
import { useBlobUrl } from "./use-blob-url.ts";

/**
 * A PDF in the browser's own viewer, once it is asked for: a document can hold scripts and links, and Chromium draws nothing in a frame
 * with `sandbox`. The address is a blob under a type of ours, so that nothing but a PDF viewer ever reads it.
 */
export function BlobPdf({ index, bytes, type, fill }: BlobPreviewProps) {
	const [asked, setAsked] = useState(false);
	const url = useBlobUrl(bytes, type, asked);
	if (!navigator.pdfViewerEnabled) return <p className="px-2.5 py-1.5 text-text-2">This browser has no viewer for PDF. Download it to look at it.</p>;
	if (!asked)
		return (
			<div className={cx("flex flex-wrap items-center gap-2 py-2.5", fill ? "px-4" : "px-2.5")}>
				<Button size="sm" icon={FileText} onClick={() => setAsked(true)}>
					Show the PDF
				</Button>
				<span className="text-11 text-text-3">Opens in the browser's own viewer.</span>
			</div>
		);
	return url ? <iframe src={url} title={`Content block ${index}, PDF`} className={cx("block w-full border-0", fill ? "min-h-0 flex-1" : "h-96")} /> : null;
}
