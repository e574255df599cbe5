"use client";
import { ArrowRight } from "lucide-react";
import { useState } from "react";
import { IconButton } from "@/components/ui/button.tsx";
import { TextField } from "@/components/ui/text-field.tsx";
import { isUri } from "./choose-resource.ts";

/** Takes a URI that the list may not have. */
export function UriField({ onOpen }: { onOpen: (uri: string) => void }) {
	const [text, setText] = useState("");
	const uri = text.trim();
	return (
		<form
			className="flex flex-none items-center gap-1 border-t border-line-1 p-2"
			onSubmit={(event) => {
				event.preventDefault();
				if (isUri(uri)) onOpen(uri);
			}}
		>
			<TextField
				mono
				aria-label="URI of any resource"
				placeholder="Any other URI…"
				value={text}
				invalid={uri !== "" && !isUri(uri)}
				onChange={setText}
				className="flex-1 text-11"
			/>
			<IconButton type="submit" icon={ArrowRight} label="Open URI" disabled={!isUri(uri)} />
		</form>
	);
}
