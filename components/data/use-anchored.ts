import { type CSSProperties, type RefObject, useLayoutEffect, useState } from "react";

const GAP = 4;
const EDGE = 8;
/** With less room than this below, the popup goes above if there is more. */
const ENOUGH = 160;

/** Where a popup stands that belongs to an element: below it and at least as wide, or above it where there is more room. */
export function useAnchored(anchor: RefObject<HTMLElement | null>, isOpen: boolean): CSSProperties {
	const [style, setStyle] = useState<CSSProperties>({ visibility: "hidden" });
	useLayoutEffect(() => {
		if (!isOpen) return;
		const place = () => {
			const box = anchor.current?.getBoundingClientRect();
			if (!box) return;
			const below = innerHeight - box.bottom - GAP - EDGE;
			const above = box.top - GAP - EDGE;
			const goesUp = below < ENOUGH && above > below;
			setStyle({
				left: box.left,
				minWidth: box.width,
				maxWidth: Math.max(box.width, innerWidth - box.left - EDGE),
				maxHeight: Math.min(280, goesUp ? above : below),
				...(goesUp ? { bottom: innerHeight - box.top + GAP } : { top: box.bottom + GAP }),
			});
		};
		place();
		// whatever scrolls, the popup stays with its element
		addEventListener("scroll", place, true);
		addEventListener("resize", place);
		return () => {
			removeEventListener("scroll", place, true);
			removeEventListener("resize", place);
		};
	}, [anchor, isOpen]);
	return style;
}
