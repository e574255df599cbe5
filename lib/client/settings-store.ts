import { Settings, type SettingsPatch } from "../protocol/settings.ts";
import { callBridge } from "./call-bridge.ts";
import { createStore } from "./create-store.ts";

const SAVE_DELAY_MS = 300;

/** `patch` laid over `base`: `sizes` and `lastArguments` key by key, the rest whole. */
export function mergeSettings<Base extends SettingsPatch>(base: Base, patch: SettingsPatch): Base {
	return {
		...base,
		...patch,
		...((base.sizes || patch.sizes) && { sizes: { ...base.sizes, ...patch.sizes } }),
		...((base.lastArguments || patch.lastArguments) && { lastArguments: { ...base.lastArguments, ...patch.lastArguments } }),
	};
}

const store = createStore<Settings>(Settings.parse({}));
const loaded = createStore(false);
const settled = createStore(false);
let unsaved: SettingsPatch | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

async function save(): Promise<void> {
	clearTimeout(timer);
	const patch = unsaved;
	if (!patch) return;
	unsaved = undefined;
	try {
		await callBridge("saveSettings", patch);
	} catch {
		// the bridge is away, which the page says elsewhere: kept for the next save
		unsaved = mergeSettings(patch, unsaved ?? {});
	}
}

/**
 * What a person set up once. A store to read (`useStore(settings, (value) => value.theme)`); `change` shows at once and is written to
 * the bridge a moment later. Until `load` has answered, the values are the defaults.
 */
export const settings = {
	get: store.get,
	subscribe: store.subscribe,
	/** true once the bridge has answered */
	loaded: { get: loaded.get, subscribe: loaded.subscribe },
	/** true once `load` has ended either way; sizes that are read once wait for it */
	settled: { get: settled.get, subscribe: settled.subscribe },
	change(patch: SettingsPatch): void {
		store.update((current) => mergeSettings(current, patch));
		unsaved = mergeSettings(unsaved ?? {}, patch);
		clearTimeout(timer);
		timer = setTimeout(() => void save(), SAVE_DELAY_MS);
	},
	/** Takes over what another tab saved, without saving it again. */
	adopt(patch: SettingsPatch): void {
		store.update((current) => mergeSettings(mergeSettings(current, patch), unsaved ?? {}));
	},
	/** Reads the settings from the bridge; what was changed meanwhile stays on top. Throws what `callBridge` throws. */
	async load(): Promise<void> {
		try {
			const read = await callBridge("readSettings", {});
			store.set(mergeSettings(read, unsaved ?? {}));
			loaded.set(true);
		} finally {
			settled.set(true);
		}
	},
	/** Writes now what is waiting, for a page that is about to go. */
	flush: save,
};
