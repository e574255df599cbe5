import * as z from "zod";

/** What a person set up once, kept in the bridge's data directory because localStorage is per port. */
export const Settings = z.object({
	theme: z.enum(["system", "light", "dark"]).default("system"),
	/** sizes of the resizable parts in pixels, by name */
	sizes: z.record(z.string(), z.number()).default({}),
	drawerOpen: z.boolean().default(true),
	/** JSON text of the last arguments, by `targetKey` + " " + tool name; at most 200, each at most 64 KiB */
	lastArguments: z.record(z.string(), z.string()).default({}),
});
export type Settings = z.infer<typeof Settings>;

/** A change: the keys that are present replace, inside `sizes` and `lastArguments` key by key. */
export const SettingsPatch = z.object({
	theme: z.enum(["system", "light", "dark"]).optional(),
	sizes: z.record(z.string(), z.number()).optional(),
	drawerOpen: z.boolean().optional(),
	lastArguments: z.record(z.string(), z.string().max(65_536)).optional(),
});
export type SettingsPatch = z.infer<typeof SettingsPatch>;
