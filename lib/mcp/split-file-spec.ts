/** Extensions of source files that a launcher knows how to start, in lower case. */
export const pythonExtensions: readonly string[] = [".py", ".pyw"];
export const scriptExtensions: readonly string[] = [".js", ".mjs", ".cjs", ".ts", ".mts", ".cts", ".tsx", ".jsx"];

/** The extension of a path with its dot, in lower case; empty if it has none. */
export function extensionOf(path: string): string {
	const name = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
	const dot = name.lastIndexOf(".");
	return dot <= 0 ? "" : name.slice(dot).toLowerCase();
}

/** Whether a path ends like a source file that can be started. */
export const isSourceFile = (path: string): boolean => [...pythonExtensions, ...scriptExtensions].includes(extensionOf(path));

/**
 * Splits `FILE:OBJECT` at the last colon. A colon that ends a Windows drive (`C:\server.py`) is part of the path, and what stands after
 * the colon must look like a name (`app`, `make_server`, `pkg.app`), else the whole is a file.
 */
export function splitFileSpec(spec: string): { file: string; object?: string } {
	const colon = spec.lastIndexOf(":");
	const object = spec.slice(colon + 1);
	const isDrive = colon === 1 && /^[A-Za-z]$/.test(spec.slice(0, 1));
	if (colon <= 0 || isDrive || !/^[\p{ID_Start}_][\p{ID_Continue}_.]*$/u.test(object) || !isSourceFile(spec.slice(0, colon))) return { file: spec };
	return { file: spec.slice(0, colon), object };
}
