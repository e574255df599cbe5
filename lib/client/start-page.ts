import { Problem } from "../protocol/problem.ts";
import { SettingsPatch } from "../protocol/settings.ts";
import { inspector } from "./inspector.ts";
import { settings } from "./settings-store.ts";
import { startTheme } from "./theme.ts";
import { readToken } from "./token.ts";

/** Starts what every tab needs: the token out of the address, the stream, the settings, the theme. Returns their end. */
export function startPage(): () => void {
	readToken();
	const loadSettings = () => {
		if (inspector.link.get().state !== "live" || settings.loaded.get()) return;
		settings.load().catch((error: unknown) => {
			// the defaults serve; it is tried again when the stream comes back
			if (!(error instanceof Problem)) throw error;
		});
	};
	const adoptTheme = () => {
		const theme = SettingsPatch.safeParse({ theme: inspector.theme.get() });
		if (theme.success) settings.adopt(theme.data);
	};
	const flush = () => void settings.flush();
	const ends = [startTheme(), inspector.link.subscribe(loadSettings), inspector.theme.subscribe(adoptTheme), inspector.start()];
	addEventListener("pagehide", flush);
	return () => {
		removeEventListener("pagehide", flush);
		for (const end of ends.reverse()) end();
	};
}
