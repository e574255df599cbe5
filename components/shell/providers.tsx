"use client";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { StrictCsp } from "@/components/ui/csp.tsx";

/** What the parts of the page expect around them. */
export function Providers({ children }: { children: ReactNode }) {
	// frames never change, so what was read stays; and a bridge on loopback answers offline, too
	const [client] = useState(
		() =>
			new QueryClient({
				defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, retry: false, networkMode: "always", refetchOnWindowFocus: false } },
			}),
	);
	return (
		<StrictCsp>
			<QueryClientProvider client={client}>{children}</QueryClientProvider>
		</StrictCsp>
	);
}
