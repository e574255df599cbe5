import "./globals.css";
import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { LogDock } from "@/components/log/log-dock.tsx";
import { ServerState } from "@/components/server/server-state.tsx";
import { Providers } from "@/components/shell/providers.tsx";
import { Workbench } from "@/components/shell/workbench.tsx";
import { themeScript } from "@/lib/client/theme.ts";

export const metadata: Metadata = { robots: { index: false } };
export const viewport: Viewport = { width: "device-width" };

export default function Layout({ children }: { children: ReactNode }) {
	return (
		// the script sets data-theme before React compares
		<html lang="en" data-theme="light" suppressHydrationWarning>
			<head>
				{/* not in the metadata: there it is taken out and put in again at each navigation, and browsers ask for /favicon.ico meanwhile */}
				<link rel="icon" href="/favicon.svg" type="image/svg+xml" />
				{/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, which must run before the first paint */}
				<script dangerouslySetInnerHTML={{ __html: themeScript }} />
			</head>
			<body>
				<Providers>
					<Workbench dock={<LogDock />}>
						<ServerState>{children}</ServerState>
					</Workbench>
				</Providers>
			</body>
		</html>
	);
}
