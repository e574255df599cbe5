"use client";
import { usePathname, useRouter } from "next/navigation";
import { useEffect } from "react";
import { adoptUrl, flushUrlState } from "@/lib/client/use-url-state.ts";
import { panels } from "./panels.ts";

/** Keeps path and sessions together: with a session the home page leads to the first panel, without one every panel leads home. */
export function usePanelRoute(presence: "unknown" | "some" | "none"): void {
	const path = usePathname();
	const router = useRouter();
	useEffect(() => {
		adoptUrl();
		flushUrlState();
		if (presence === "some" && path === "/") router.replace(panels.tools.href + location.search);
		if (presence === "none" && path !== "/") router.replace("/");
	}, [path, presence, router]);
}
