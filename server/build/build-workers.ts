import { readdirSync, rmSync } from "node:fs";
import { build } from "esbuild";

const source = "lib/client/workers";

/** Bundles each `<name>.worker.ts` to `public/workers/<name>.js`: a plain file that `worker-src 'self'` allows, whatever the page's bundler does. */
export async function buildWorkers(): Promise<void> {
	rmSync("public/workers", { recursive: true, force: true });
	const entryPoints = readdirSync(source)
		.filter((name) => name.endsWith(".worker.ts"))
		.map((name) => ({ in: `${source}/${name}`, out: name.replace(/\.worker\.ts$/, "") }));
	await build({ entryPoints, outdir: "public/workers", bundle: true, format: "esm", target: "es2022", minify: true, legalComments: "none" });
}

await buildWorkers();
