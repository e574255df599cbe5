"use client";
import { Download } from "lucide-react";
import { IconButton } from "../ui/button.tsx";

export type DownloadButtonProps = {
	/** the file's name */
	name: string;
	/** what is in it */
	parts: () => string | Uint8Array<ArrayBuffer>;
	/** the accessible name */
	label: string;
};

/** Keeps content as a file, byte by byte. Its type says nothing, so no browser opens it instead. */
export function DownloadButton({ name, parts, label }: DownloadButtonProps) {
	const save = () => {
		const url = URL.createObjectURL(new Blob([parts()], { type: "application/octet-stream" }));
		const link = document.createElement("a");
		link.href = url;
		link.download = name;
		link.click();
		// the browser has taken the address by the next turn
		setTimeout(() => URL.revokeObjectURL(url));
	};
	return <IconButton icon={Download} size="sm" label={label} onClick={save} />;
}
