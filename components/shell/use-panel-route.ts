"use client";
import { usePathname, useRouter } from "next/navigation";
import { useEffect } from "react";
import { writeUrlState } from "@/lib/client/url-state.ts";
import { adoptUrl, readUrl } from "@/lib/client/use-url-state.ts";
import { panels } from "./panels.ts";

/** Keeps path and sessions together: with a session the home page leads to the first panel, without one every panel leads home. */
export function usePanelRoute(presence: "unknown" | "some" | "none"): void {
	const path = usePathname();
	const router = useRouter();
	useEffect(() => {
		adoptUrl();
		// the state, not the address bar, which trails it
		if (presence === "some" && path === "/") router.replace(panels.tools.href + writeUrlState(readUrl()));
		if (presence === "none" && path !== "/") router.replace("/");
	}, [path, presence, router]);
}
