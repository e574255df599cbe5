"use client";
import { useEffect, useRef } from "react";
import { cyclePanes } from "./cycle-panes.ts";

/** Whether a key typed there is text. Editors live in shadow roots, so the event's own path is asked. */
function isTyping(event: KeyboardEvent): boolean {
	const target = event.composedPath()[0];
	if (!(target instanceof HTMLElement)) return false;
	return target.isContentEditable || target.matches('textarea, select, input:not([type="checkbox"], [type="radio"], [type="button"], [type="range"])');
}

/** F6 and ⇧F6 cycle the panes; ⇧R restarts the server outside text fields. */
export function useShellKeys(onRestart: () => void): void {
	const restart = useRef(onRestart);
	restart.current = onRestart;
	useEffect(() => {
		const listen = (event: KeyboardEvent) => {
			if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
			if (event.key === "F6") {
				event.preventDefault();
				cyclePanes(event.shiftKey ? -1 : 1);
			} else if (event.shiftKey && event.code === "KeyR" && !event.repeat && !isTyping(event)) {
				event.preventDefault();
				restart.current();
			}
		};
		addEventListener("keydown", listen);
		return () => removeEventListener("keydown", listen);
	}, []);
}
