"use client";
import { usePathname } from "next/navigation";
import { useEffect } from "react";

/** `name · mcp-inspect` as the tab's title, also after the router wrote its own. */
export function useTitle(name: string | undefined): void {
	const path = usePathname();
	// biome-ignore lint/correctness/useExhaustiveDependencies: a new path is when the router writes
	useEffect(() => {
		document.title = name ? `${name} · mcp-inspect` : "mcp-inspect";
	}, [name, path]);
}
