"use client";
import { usePathname, useRouter } from "next/navigation";
import { useEffect } from "react";
import { type UrlState, writeUrlState } from "@/lib/client/url-state.ts";
import { arrive, readUrl, setUrlState } from "@/lib/client/use-url-state.ts";
import { panels } from "./panels.ts";

const nothing: UrlState = { session: undefined, item: undefined, tab: undefined, filter: undefined, seq: undefined };

/** Keeps path and sessions together: with a session the home page leads to the first panel, without one every panel leads home. */
export function usePanelRoute(presence: "unknown" | "some" | "none"): void {
	const path = usePathname();
	const router = useRouter();
	useEffect(() => {
		arrive();
		// the state, not the address bar, which trails it
		if (presence === "some" && path === "/") router.replace(panels.tools.href + writeUrlState(readUrl()));
		if (presence === "none" && path !== "/") {
			setUrlState(nothing);
			router.replace("/");
		}
	}, [path, presence, router]);
}
