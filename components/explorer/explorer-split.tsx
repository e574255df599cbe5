"use client";
import type { ReactNode } from "react";
import { Split } from "@/components/ui/split.tsx";
import { settings } from "@/lib/client/settings-store.ts";
import type { ListWords } from "./list-words.ts";

const LIST = { size: 292, narrow: 232, min: 180, max: 480 } as const;

/** The list on the left, the chosen item on the right. */
export function ExplorerSplit({ words, list, detail }: { words: ListWords; list: ReactNode; detail: ReactNode }) {
	const name = `${words.many}-list`;
	return (
		<Split
			label={`Resize ${words.many}`}
			direction="columns"
			sized="first"
			size={settings.get().sizes[name] ?? (window.innerWidth <= 1180 ? LIST.narrow : LIST.size)}
			min={LIST.min}
			max={LIST.max}
			restMin={360}
			onSize={(size) => settings.change({ sizes: { [name]: size } })}
			first={list}
			second={detail}
		/>
	);
}
