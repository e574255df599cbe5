"use client";
import { useSyncExternalStore } from "react";
import { cx } from "./class-names.ts";

const glyphs: Record<"mac" | "other", Readonly<Record<string, string>>> = {
	mac: { mod: "⌘", shift: "⇧", alt: "⌥", enter: "↵", esc: "esc" },
	other: { mod: "Ctrl ", shift: "⇧", alt: "Alt ", enter: "↵", esc: "esc" },
};

const never = () => () => {};
const isMac = () => /mac|iphone|ipad/i.test(navigator.platform);

/** Shows `mod+enter` as ⌘↵ on a Mac and Ctrl ↵ elsewhere. Keys are joined by `+`. */
export function Kbd({ keys, onAccent, className }: { keys: string; onAccent?: boolean; className?: string }) {
	const mac = useSyncExternalStore(never, isMac, () => false);
	const names = glyphs[mac ? "mac" : "other"];
	return (
		<span aria-hidden="true" className="inline-flex">
			<kbd
				className={cx(
					"min-w-4 rounded-xs px-1 text-center font-sans text-11 font-medium whitespace-pre",
					onAccent ? "bg-accent-hover text-accent-on inset-ring inset-ring-accent-on/20" : "bg-surface-3 text-text-3",
					className,
				)}
			>
				{keys
					.split("+")
					.map((key) => names[key] ?? key.toUpperCase())
					.join("")}
			</kbd>
		</span>
	);
}
