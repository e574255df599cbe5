import type { Settings } from "../protocol/settings.ts";
import { settings } from "./settings-store.ts";

export type ThemeChoice = Settings["theme"];

/** Where the last choice waits for the first paint of the next load: the settings themselves come from the bridge, too late for it. */
export const THEME_KEY = "mcp-inspect-theme";

/** Runs inline before the first paint. The build hashes it for the page's policy, so it must be constant. */
export const themeScript = `(function(){var t;try{t=localStorage.getItem("${THEME_KEY}")}catch(e){}if(t!=="light"&&t!=="dark")t=matchMedia("(prefers-color-scheme: dark)").matches?"dark":"light";document.documentElement.dataset.theme=t})()`;

/** The choice after this one: system, light, dark, and round again. */
export const nextTheme: Readonly<Record<ThemeChoice, ThemeChoice>> = { system: "light", light: "dark", dark: "system" };

/** Keeps `data-theme` of the document at what the settings and, for "system", the machine say. Returns its end. */
export function startTheme(): () => void {
	const dark = matchMedia("(prefers-color-scheme: dark)");
	const apply = () => {
		const choice = settings.get().theme;
		// before the settings are known, what the inline script found stays
		if (!settings.loaded.get() && choice === "system") return;
		document.documentElement.dataset.theme = choice === "system" ? (dark.matches ? "dark" : "light") : choice;
		try {
			localStorage.setItem(THEME_KEY, choice);
		} catch {
			// storage is off: the next load starts with the machine's theme
		}
	};
	apply();
	const ends = [settings.subscribe(apply), settings.loaded.subscribe(apply)];
	dark.addEventListener("change", apply);
	return () => {
		for (const end of ends) end();
		dark.removeEventListener("change", apply);
	};
}
