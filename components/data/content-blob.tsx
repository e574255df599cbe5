"use client";
import { useMemo, useState } from "react";
import { formatBytes } from "@/lib/format/format-bytes.ts";
import { describeBytes, type FoundContent } from "@/lib/mcp/describe-content.ts";
import { imageSize } from "@/lib/mcp/image-size.ts";
import { Segmented } from "../ui/segmented.tsx";
import { formatSize } from "./blob-image.tsx";
import { blobPreviews } from "./blob-preview.tsx";
import { bytesInHand } from "./byte-source.ts";
import { ContentFrame } from "./content-frame.tsx";
import { decodeBase64 } from "./decode-base64.ts";
import { DownloadButton } from "./download-button.tsx";
import { PlainText } from "./plain-text.tsx";
import { RawView } from "./raw-view.tsx";

export type ContentBlobProps = {
	index: number;
	/** what stands in the head beside the index: "image", or a resource's uri */
	title: string;
	base64: string;
	/** the type that the server gives it */
	claimed: string | undefined;
	extra: string | undefined;
	/** name of the file that it can be kept as */
	file: string;
	fill?: boolean | undefined;
};

const previewName: Readonly<Record<FoundContent["kind"], string>> = { image: "Image", audio: "Audio", pdf: "PDF", text: "Text", json: "Text", bytes: "Hex" };

/** Bytes. What they are is read from themselves; the server's word for it only stands beside. */
export function ContentBlob({ index, title, base64, claimed, extra, file, fill }: ContentBlobProps) {
	const bytes = useMemo(() => decodeBase64(base64), [base64]);
	const found = useMemo(() => bytes && describeBytes(bytes, claimed), [bytes, claimed]);
	const [view, setView] = useState<"preview" | "hex">("preview");
	const [loaded, setLoaded] = useState<string>();
	const [failed, setFailed] = useState(false);
	const declared = bytes && found?.type ? imageSize(bytes, found.type) : undefined;
	const facts = [declared ? formatSize(declared) : loaded, bytes && formatBytes(bytes.length)].filter(Boolean).join(" · ");
	const label = (found?.kind === "text" && found.differs === undefined && claimed) || found?.type || claimed || "bytes of no known type";
	return (
		<ContentFrame
			index={index}
			type={title === "image" || title === "audio" ? label : [title, label].filter(Boolean).join(" · ")}
			facts={facts}
			copy={base64}
			copyLabel={`Copy base64 of block ${index}`}
			extra={extra}
			differs={found?.differs}
			fill={fill}
			actions={
				bytes &&
				found && (
					<>
						{found.kind !== "bytes" && (
							<Segmented
								label={`Show block ${index} as`}
								size="sm"
								options={[
									{ id: "preview", label: previewName[found.kind] },
									{ id: "hex", label: "Hex" },
								]}
								value={view}
								onChange={setView}
							/>
						)}
						<DownloadButton name={file} parts={() => bytes} label={`Download block ${index}`} />
					</>
				)
			}
		>
			{!bytes || !found ? (
				<p className="px-2.5 py-1.5 text-text-2">The data is not base64, so there is nothing to show.</p>
			) : failed && view === "preview" ? (
				<p className="px-2.5 py-1.5 text-text-2">The browser could not decode it as {found.type}.</p>
			) : (
				<Bytes index={index} bytes={bytes} found={found} asHex={view === "hex"} fill={fill} onFact={setLoaded} onFail={() => setFailed(true)} />
			)}
		</ContentFrame>
	);
}

type BytesProps = {
	index: number;
	bytes: Uint8Array<ArrayBuffer>;
	found: FoundContent;
	asHex: boolean;
	fill: boolean | undefined;
	onFact: (fact: string) => void;
	onFail: () => void;
};

function Bytes({ index, bytes, found, asHex, fill, onFact, onFail }: BytesProps) {
	const source = useMemo(() => bytesInHand(bytes), [bytes]);
	const { kind, type } = found;
	if (!asHex && kind === "text")
		return <PlainText text={new TextDecoder().decode(bytes)} bytes={bytes.length} label={`content[${index}] as text`} fill={fill} />;
	const Preview = kind === "image" || kind === "audio" || kind === "pdf" ? blobPreviews[kind] : undefined;
	if (!asHex && Preview && type !== undefined) return <Preview index={index} bytes={bytes} type={type} fill={fill} onFact={onFact} onFail={onFail} />;
	if (bytes.length === 0) return <p className="px-2.5 py-1.5 text-text-3">no bytes</p>;
	return (
		<div className={fill ? "flex min-h-0 flex-1" : "flex"} style={fill ? undefined : { height: Math.min(200, Math.ceil(bytes.length / 8) * 18 + 4) }}>
			<RawView source={source} label={`content[${index}] as bytes`} as="hex" className={fill ? "py-1" : undefined} />
		</div>
	);
}
