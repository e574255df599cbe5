import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** The first executable of that name on PATH, or undefined. */
export function onPath(name: string): string | undefined {
	for (const dir of (process.env.PATH ?? "").split(delimiter).filter(Boolean)) {
		const file = join(dir, name);
		try {
			accessSync(file, constants.X_OK);
			return file;
		} catch {}
	}
	return undefined;
}
