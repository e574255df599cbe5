import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The nearest `name` in `folder` or above it, as an absolute path; `name` may have several parts. `accept` can refuse a find and go on. */
export function findUpwards(folder: string, name: string, accept: (path: string) => boolean = existsSync): string | undefined {
	for (let at = folder; ; at = dirname(at)) {
		const path = join(at, name);
		if (accept(path)) return path;
		if (dirname(at) === at) return undefined;
	}
}
