import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Hono } from "hono";
import * as z from "zod";

/** What the build wrote down of each file of the page: served by this list alone, so that no request ever becomes a path. */
export const StaticManifest = z.object({
	files: z.array(
		z.object({ path: z.string(), file: z.string(), type: z.string(), etag: z.string(), immutable: z.boolean(), gzip: z.boolean(), csp: z.string().optional() }),
	),
});
export type StaticManifest = z.infer<typeof StaticManifest>;
type StaticFile = StaticManifest["files"][number];

const compress = promisify(gzip);
const NOT_FOUND = "/404";

/** Serves the exported page from `dir`, whose list is `manifest.json` beside the bridge. */
export function mountStatic(app: Hono, dir: string, manifest: StaticManifest): void {
	const files = new Map(manifest.files.map((file) => [file.path, file]));
	const bodies = new Map<string, Promise<{ plain: Uint8Array<ArrayBuffer>; packed: Uint8Array<ArrayBuffer> | undefined }>>();

	const load = (file: StaticFile) => {
		const known = bodies.get(file.path);
		if (known) return known;
		const plain = new Uint8Array(readFileSync(join(dir, file.file)));
		const loading = file.gzip ? compress(plain).then((packed) => ({ plain, packed: new Uint8Array(packed) })) : Promise.resolve({ plain, packed: undefined });
		bodies.set(file.path, loading);
		return loading;
	};

	app.get("*", async (c) => {
		const found = files.get(c.req.path);
		const file = found ?? files.get(NOT_FOUND);
		if (!file) return c.text("Not found", 404);
		const headers = {
			"Content-Type": file.type,
			ETag: file.etag,
			"Cache-Control": file.immutable ? "public, max-age=31536000, immutable" : "no-cache",
			...(file.csp !== undefined && { "Content-Security-Policy": file.csp }),
		};
		if (found && c.req.header("if-none-match") === file.etag) return c.body(null, 304, headers);
		const { plain, packed } = await load(file);
		const status = found ? 200 : 404;
		if (packed && /\bgzip\b/.test(c.req.header("accept-encoding") ?? ""))
			return c.body(packed, status, { ...headers, "Content-Encoding": "gzip", Vary: "Accept-Encoding" });
		return c.body(plain, status, headers);
	});
}

/** Reads the list that the build wrote. Throws if the page was not built. */
export function readManifest(path: string): StaticManifest {
	return StaticManifest.parse(JSON.parse(readFileSync(path, "utf8")));
}
