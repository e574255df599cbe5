import { join } from "node:path";
import * as z from "zod";
import { RecentTarget, type Target } from "../../lib/protocol/target.ts";
import { maskArguments, maskUrl } from "./mask-credentials.ts";
import { readJsonFile } from "./read-json-file.ts";
import { writePrivateFile } from "./write-private-file.ts";

const RECENTS_LIMIT = 20;
const Recents = z.object({ recent: z.array(RecentTarget) });

/**
 * Stands for the value of an environment variable, or of a header, in a remembered target. Values are secrets more often than not and never reach the
 * disk; the name stays, so that a page can ask for the value. Whoever starts a remembered target must leave out variables that still
 * hold this mark.
 */
export const FORGOTTEN_VALUE = "";

export type RecentsFile = {
	/** Newest first, at most 20. */
	list(): RecentTarget[];
	/** Puts an entry first; an earlier one for the same text goes. */
	remember(entry: RecentTarget): void;
};

/** The targets used last, in `recents.json` of the data directory. */
export function openRecents(dataDir: string): RecentsFile {
	const path = join(dataDir, "recents.json");
	const list = () => readJsonFile(path, Recents)?.recent ?? [];
	return {
		list,
		remember(entry) {
			const kept: RecentTarget = { ...entry, target: forgetSecrets(entry.target) };
			const recent = [kept, ...list().filter((other) => other.text !== kept.text)].slice(0, RECENTS_LIMIT);
			writePrivateFile(path, `${JSON.stringify({ recent }, null, "\t")}\n`);
		},
	};
}

/** Values of the environment and of headers go, a header's `${NAME}` stays; secrets in arguments and in a URL become a fingerprint. */
function forgetSecrets(target: Target): Target {
	const env = Object.fromEntries(Object.keys(target.env).map((name) => [name, FORGOTTEN_VALUE]));
	if (target.kind === "demo") return { ...target, env };
	if (target.kind !== "url") return { ...target, env, args: maskArguments(target.args) };
	const headers = Object.fromEntries(Object.entries(target.headers).map(([name, value]) => [name, value.includes("${") ? value : FORGOTTEN_VALUE]));
	return { ...target, env, headers, url: maskUrl(target.url) };
}
