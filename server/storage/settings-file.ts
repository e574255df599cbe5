import { join } from "node:path";
import { Settings, type SettingsPatch } from "../../lib/protocol/settings.ts";
import { readJsonFile } from "./read-json-file.ts";
import { writePrivateFile } from "./write-private-file.ts";

const LAST_ARGUMENTS_LIMIT = 200;

export type SettingsFile = {
	read(): Settings;
	/** Applies a change and answers the whole. Read anew each time: two bridges may share a data directory. */
	save(patch: SettingsPatch): Settings;
};

/** The settings in `settings.json` of the data directory. */
export function openSettings(dataDir: string): SettingsFile {
	const path = join(dataDir, "settings.json");
	const read = () => readJsonFile(path, Settings) ?? Settings.parse({});
	return {
		read,
		save(patch) {
			const next = mergeSettings(read(), patch);
			writePrivateFile(path, `${JSON.stringify(next, null, "\t")}\n`);
			return next;
		},
	};
}

/** Keys of `sizes` and `lastArguments` are merged one by one; of `lastArguments` the 200 newest stay. */
export function mergeSettings(settings: Settings, patch: SettingsPatch): Settings {
	const { sizes, lastArguments, ...plain } = patch;
	const given = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined));
	return {
		...settings,
		...given,
		sizes: { ...settings.sizes, ...sizes },
		lastArguments: keepNewest(settings.lastArguments, lastArguments ?? {}),
	};
}

/** What is written again moves to the end, so that the order of keys is the order of age. */
function keepNewest(old: Settings["lastArguments"], changes: Settings["lastArguments"]): Settings["lastArguments"] {
	const ordered = new Map(Object.entries(old));
	for (const [key, value] of Object.entries(changes)) {
		ordered.delete(key);
		ordered.set(key, value);
	}
	return Object.fromEntries([...ordered].slice(-LAST_ARGUMENTS_LIMIT));
}
