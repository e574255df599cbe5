import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const sources = ["app", "components", "lib", "server", "examples", "public", "package.json", "next.config.ts", "postcss.config.mjs"];
const products = ["out/index.html", "dist/cli.js"];

/** Why a build is needed ("dist/cli.js is missing", "lib/… is newer than out"), or undefined. */
export function staleBuild(): string | undefined {
	const missing = products.find((file) => !existsSync(file));
	if (missing) return `${missing} is missing`;
	const built = Math.min(...products.map((file) => statSync(file).mtimeMs));
	const newer = sources
		.filter((path) => existsSync(path))
		.flatMap(filesIn)
		.find((file) => statSync(file).mtimeMs > built);
	return newer && `${newer} is newer than the build`;
}

// public/workers is written by the build itself, and tests are not part of the product
function filesIn(path: string): string[] {
	if (statSync(path).isFile()) return path.endsWith(".test.ts") ? [] : [path];
	if (path === join("public", "workers") || path.endsWith("__pycache__")) return [];
	return readdirSync(path).flatMap((name) => filesIn(join(path, name)));
}
