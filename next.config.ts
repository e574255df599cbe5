import type { NextConfig } from "next";
import { PHASE_DEVELOPMENT_SERVER } from "next/constants";

/** The page is a static export that the bridge serves; in development `/api` is rewritten to a running bridge. */
export default function config(phase: string): NextConfig {
	const shared: NextConfig = { reactStrictMode: true, poweredByHeader: false, devIndicators: false, typescript: { ignoreBuildErrors: true } };
	if (phase !== PHASE_DEVELOPMENT_SERVER) return { ...shared, output: "export" };
	const bridge = process.env.MCP_INSPECT_DEV_BRIDGE ?? "http://127.0.0.1:6290";
	return {
		...shared,
		// gzip holds the event stream back
		compress: false,
		rewrites: async () => [{ source: "/api/:path*", destination: `${bridge}/api/:path*` }],
	};
}
