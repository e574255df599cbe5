"use client";
import { Check, Copy, type LucideIcon, TriangleAlert } from "lucide-react";
import { useEffect, useState } from "react";
import { IconButton } from "./button.tsx";

export type CopyButtonProps = {
	/** the text, or what fetches it when asked */
	text: string | (() => Promise<string>);
	/** the accessible name: "Copy command" */
	label: string;
	/** while nothing was copied yet; another one where two copies stand side by side */
	icon?: LucideIcon;
	size?: "md" | "sm";
	className?: string;
};

const told = { done: Check, failed: TriangleAlert } as const;

/** Copies, and says for a moment whether it did. */
export function CopyButton({ text, label, icon = Copy, size = "sm", className }: CopyButtonProps) {
	const [state, setState] = useState<"idle" | keyof typeof told>("idle");
	useEffect(() => {
		if (state === "idle") return;
		const timer = setTimeout(() => setState("idle"), 1500);
		return () => clearTimeout(timer);
	}, [state]);
	const copy = async () => {
		try {
			await navigator.clipboard.writeText(typeof text === "string" ? text : await text());
			setState("done");
		} catch {
			// refused by the browser, or the text could not be fetched: the icon says so
			setState("failed");
		}
	};
	return (
		<>
			<IconButton icon={state === "idle" ? icon : told[state]} label={label} size={size} onClick={copy} className={className} />
			<span role="status" className="sr-only">
				{state === "done" ? "Copied" : state === "failed" ? "Could not copy" : ""}
			</span>
		</>
	);
}
