import { createHash } from "node:crypto";
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { extname, join, relative } from "node:path";
import { build } from "esbuild";
import type { StaticManifest } from "../http/static-files.ts";

const OUT = "out";
const DIST = "dist";

const types: Record<string, string> = {
	".html": "text/html; charset=utf-8",
	".js": "text/javascript; charset=utf-8",
	".css": "text/css; charset=utf-8",
	".txt": "text/plain; charset=utf-8",
	".json": "application/json; charset=utf-8",
	".svg": "image/svg+xml",
	".ico": "image/x-icon",
	".png": "image/png",
	".woff2": "font/woff2",
};
const packed = new Set([".html", ".js", ".css", ".txt", ".json", ".svg"]);
/** Parts of the export that nothing asks for. */
const left = /\.map$/;

/** Bundles the bridge, and writes down what the page consists of. */
async function buildBridge(): Promise<void> {
	rmSync(DIST, { recursive: true, force: true });
	mkdirSync(DIST, { recursive: true });
	const version: unknown = JSON.parse(readFileSync("package.json", "utf8")).version;
	const shared = {
		bundle: true,
		platform: "node",
		format: "esm",
		target: "node20.19",
		legalComments: "none",
		minify: true,
		// names stay in stack traces and of errors
		keepNames: true,
		define: { __VERSION__: JSON.stringify(version) },
	} as const;
	// packages in CommonJS ask for require
	const banner = { js: '#!/usr/bin/env node\nimport{createRequire as __cr}from"node:module";const require=__cr(import.meta.url);' };
	await Promise.all([
		// what is loaded on demand (undici, the watcher) is a file of its own: text that nobody runs would lie in memory all the same
		build({ ...shared, entryPoints: { cli: "server/cli/main.ts" }, outdir: DIST, splitting: true, chunkNames: "[name]-[hash]", banner }),
		build({ ...shared, entryPoints: ["server/transports/watchdog-process.ts"], outfile: join(DIST, "watchdog.js") }),
		build({ ...shared, entryPoints: ["examples/demo-server.ts"], outfile: join(DIST, "demo.js"), banner: { js: banner.js.replace(/^#!.*\n/, "") } }),
	]);
	chmodSync(join(DIST, "cli.js"), 0o755);
	writeFileSync(join(DIST, "manifest.json"), JSON.stringify(describePage()));
}

function describePage(): StaticManifest {
	const files = readdirSync(OUT, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && !left.test(entry.name))
		.map((entry) => relative(OUT, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
		.sort();
	return { files: files.map(describeFile) };
}

function describeFile(file: string): StaticManifest["files"][number] {
	const bytes = readFileSync(join(OUT, file));
	const extension = extname(file);
	const path = `/${extension === ".html" ? file.replace(/(^|\/)index\.html$/, "$1").replace(/\.html$/, "") : file}`;
	return {
		path,
		file,
		type: types[extension] ?? "application/octet-stream",
		etag: `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`,
		immutable: file.startsWith("_next/static/"),
		gzip: packed.has(extension) && bytes.length > 1_024,
		...(extension === ".html" && { csp: contentSecurityPolicy(bytes.toString("utf8")) }),
	};
}

/** Scripts of our own origin, and of those inside the document exactly these. */
function contentSecurityPolicy(html: string): string {
	const inline = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1] ?? "");
	const hashes = [...new Set(inline)].map((script) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`);
	return [
		"default-src 'none'",
		`script-src 'self' ${hashes.join(" ")}`.trim(),
		"style-src 'self'",
		"style-src-attr 'unsafe-inline'",
		"connect-src 'self'",
		"img-src 'self' blob: data:",
		"media-src blob:",
		"frame-src blob:",
		"worker-src 'self'",
		"font-src 'self'",
		"base-uri 'none'",
		"form-action 'none'",
		"frame-ancestors 'none'",
	].join("; ");
}

await buildBridge();
