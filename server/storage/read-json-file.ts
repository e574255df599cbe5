import { readFileSync, renameSync } from "node:fs";
import type * as z from "zod";

/**
 * Reads a file that we wrote ourselves. Absent gives undefined; a damaged one is set aside as `<file>.damaged` and gives undefined
 * too: what it held is a convenience, and losing it must not keep anybody from starting.
 */
export function readJsonFile<Schema extends z.ZodType>(path: string, schema: Schema): z.output<Schema> | undefined {
	let text: string;
	try {
		text = readFileSync(path, "utf8");
	} catch (error) {
		if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
		return setAside(path);
	}
	try {
		const parsed = schema.safeParse(JSON.parse(text));
		return parsed.success ? parsed.data : setAside(path);
	} catch {
		return setAside(path);
	}
}

function setAside(path: string): undefined {
	try {
		renameSync(path, `${path}.damaged`);
	} catch {
		// unreadable and immovable: the next write says so by failing
	}
	return undefined;
}
