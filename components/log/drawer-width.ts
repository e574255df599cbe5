import { settings } from "@/lib/client/settings-store.ts";

/** Pixels of the drawer: as a person left it, else by the room there is. */
export function drawerWidth(): number {
	const chosen = settings.get().sizes.drawer;
	if (chosen !== undefined) return chosen;
	const room = typeof window === "undefined" ? 1440 : window.innerWidth;
	if (room <= 1180) return 300;
	if (room < 1440) return 340;
	return room >= 1680 ? 440 : 352;
}
