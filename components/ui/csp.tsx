"use client";
import { CSPProvider } from "@base-ui/react/csp-provider";
import type { ReactNode } from "react";

/** The page's policy refuses style elements; Base UI must not make any. */
export function StrictCsp({ children }: { children: ReactNode }) {
	return <CSPProvider disableStyleElements>{children}</CSPProvider>;
}
