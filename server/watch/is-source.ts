import { basename, extname } from "node:path";

const extensions = new Set([".py", ".pyi", ".js", ".mjs", ".cjs", ".jsx", ".ts", ".mts", ".cts", ".tsx"]);
const names = new Set(["pyproject.toml", "package.json", "tsconfig.json", "fastmcp.json", ".env"]);
const foreign = new Set(["node_modules", "__pycache__", "site-packages", "venv"]);

/** Whether a change of this file can change a server: code and what configures it. Data that servers write beside their code must not start them again. */
export function isSource(path: string): boolean {
	return extensions.has(extname(path)) || names.has(basename(path));
}

/** Folders in which nobody edits. */
export function isForeignFolder(path: string): boolean {
	const name = basename(path);
	return foreign.has(name) || (name.startsWith(".") && name !== "." && name !== "..");
}
