"use client";
import { useState } from "react";
import { formatBytes } from "@/lib/format/format-bytes.ts";
import { Button } from "../ui/button.tsx";
import { cx } from "../ui/class-names.ts";

/** Characters that are laid out at once: a paragraph of megabytes would hold the page still. */
const SHOWN = 50_000;

export type PlainTextProps = { text: string; bytes: number /** the accessible name */; label: string; fill: boolean | undefined };

/** Text as it is. Nothing in it is markup. */
export function PlainText({ text, bytes, label, fill }: PlainTextProps) {
	const [all, setAll] = useState(false);
	const shown = all ? text : text.slice(0, SHOWN);
	const body = (
		<>
			{shown === "" ? <span className="text-text-3">empty text</span> : shown}
			{shown.length < text.length && (
				<Button size="sm" className="mt-1 flex" onClick={() => setAll(true)}>
					Show all {formatBytes(bytes)}
				</Button>
			)}
		</>
	);
	const look = "text-13 wrap-break-word whitespace-pre-wrap";
	if (!fill) return <div className={cx("px-2.5 py-2", look)}>{body}</div>;
	return (
		<section
			aria-label={label}
			// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
			tabIndex={0}
			className={cx("scroll-thin focus-inset min-h-0 flex-1 px-4 py-2.5", look)}
		>
			{body}
		</section>
	);
}
