import { type RefObject, useEffect } from "react";

/** `/` outside of text moves the focus to the search. */
export function useSlash(search: RefObject<HTMLInputElement | null>): void {
	useEffect(() => {
		const listen = (event: KeyboardEvent) => {
			if (event.key !== "/" || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
			const target = event.composedPath()[0];
			if (target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"))) return;
			event.preventDefault();
			search.current?.focus();
			search.current?.select();
		};
		addEventListener("keydown", listen);
		return () => removeEventListener("keydown", listen);
	}, [search]);
}
