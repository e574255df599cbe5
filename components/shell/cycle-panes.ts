const focusable = 'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled]), [tabindex]:not([tabindex^="-"])';

const isVisible = (element: HTMLElement): boolean => element.getClientRects().length > 0;

/** Panes are marked `data-pane`; one that holds others stands back for them. In document order. */
function visiblePanes(): HTMLElement[] {
	return [...document.querySelectorAll<HTMLElement>("[data-pane]")].filter((pane) => isVisible(pane) && !pane.querySelector("[data-pane]"));
}

const lastFocus = new WeakMap<HTMLElement, HTMLElement>();

/** Moves the focus to the next (`1`) or previous (`-1`) pane: to where it last was there, else to `[data-pane-focus]`, else to the first control. */
export function cyclePanes(step: 1 | -1): void {
	const panes = visiblePanes();
	if (panes.length === 0) return;
	const active = document.activeElement instanceof HTMLElement ? document.activeElement : undefined;
	const here = panes.findIndex((pane) => active && pane.contains(active));
	if (active && here >= 0 && panes[here]) lastFocus.set(panes[here], active);
	const start = here < 0 && step < 0 ? 0 : here;
	for (let distance = 1; distance <= panes.length; distance++) {
		const pane = panes[(start + step * distance + panes.length * 2) % panes.length];
		if (!pane) continue;
		const last = lastFocus.get(pane);
		const target =
			last && pane.contains(last) && isVisible(last) && !last.matches(":disabled")
				? last
				: (pane.querySelector<HTMLElement>("[data-pane-focus]") ?? [...pane.querySelectorAll<HTMLElement>(focusable)].find(isVisible));
		if (!target) continue;
		target.focus();
		return;
	}
}
