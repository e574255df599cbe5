"use client";
import { Contrast, Moon, Sun } from "lucide-react";
import { IconButton } from "@/components/ui/button.tsx";
import { settings } from "@/lib/client/settings-store.ts";
import { nextTheme } from "@/lib/client/theme.ts";
import { useStore } from "@/lib/client/use-store.ts";

const icons = { system: Contrast, light: Sun, dark: Moon } as const;

/** Goes round system, light and dark. */
export function ThemeButton() {
	const theme = useStore(settings, (value) => value.theme);
	return (
		<IconButton
			icon={icons[theme]}
			label={`Theme: ${theme}`}
			className={theme === "system" ? "[&_path]:fill-current" : undefined}
			onClick={() => settings.change({ theme: nextTheme[theme] })}
		/>
	);
}
