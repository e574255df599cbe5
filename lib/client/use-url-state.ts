import { useSyncExternalStore } from "react";
import { createStore } from "./create-store.ts";
import { readUrlState, type UrlState, writeUrlState } from "./url-state.ts";

// Browsers drop history calls that come faster than a held arrow key repeats, so the address bar trails the state.
const WRITE_DELAY_MS = 150;

const isBrowser = typeof window !== "undefined";
const store = createStore<UrlState>(isBrowser ? readUrlState(location.search) : {});
const empty: UrlState = {};
let timer: ReturnType<typeof setTimeout> | undefined;
let writtenAt = 0;
let arriving: UrlState | undefined;

// without the fragment: it only ever held the token
const address = () => `${location.pathname}${writeUrlState(store.get(), location.search)}`;

/** Brings the address bar up to date now, before something reads it or leaves the page. */
export function flushUrlState(): void {
	if (timer === undefined) return;
	clearTimeout(timer);
	timer = undefined;
	writtenAt = Date.now();
	// handing the router's own state back keeps it from rendering the whole page again
	history.replaceState(history.state, "", address());
}

if (isBrowser) {
	// Back and Forward: here the address bar decides
	addEventListener("popstate", () => {
		clearTimeout(timer);
		timer = undefined;
		arriving = undefined;
		const read = readUrlState(location.search);
		if (writeUrlState(read) !== writeUrlState(store.get())) store.set(read);
	});
	addEventListener("pagehide", flushUrlState);
}

const left = new Map<string, UrlState>();

/** What of the state a page had when it was left in this tab, so that it comes back with it. */
export const leftAt = (page: string): UrlState => left.get(page) ?? { item: undefined, tab: undefined };

/** Says what of the state belongs to the page that the router is now asked for. It is taken over when that page is there. */
export function leaveFor(patch: UrlState): void {
	flushUrlState();
	const { item, tab } = store.get();
	left.set(location.pathname, { item, tab });
	arriving = patch;
}

/** The router shows another page: the state goes there as it is by now, whatever the address said when the way was chosen. */
export function arrive(): void {
	if (arriving) store.set({ ...store.get(), ...arriving });
	arriving = undefined;
	if (address() !== location.pathname + location.search) history.replaceState(history.state, "", address());
}

/** Changes what is named in `patch` (undefined removes it). `push` makes a step that Back undoes; else the current step is rewritten. */
export function setUrlState(patch: UrlState, options: { push?: boolean } = {}): void {
	const next = { ...store.get(), ...patch };
	if (writeUrlState(next) === writeUrlState(store.get())) return;
	if (options.push) {
		flushUrlState();
		store.set(next);
		history.pushState(history.state, "", address());
		return;
	}
	store.set(next);
	// the first change at once, so that a reload right behind it finds it
	timer ??= setTimeout(flushUrlState, WRITE_DELAY_MS);
	if (Date.now() - writtenAt >= WRITE_DELAY_MS) flushUrlState();
}

/** The state as it stands, for handlers. */
export const readUrl = (): UrlState => store.get();

/** The state in the URL, shared by all that read it. Empty while the page is rendered ahead of time. */
export function useUrlState(): UrlState {
	return useSyncExternalStore(store.subscribe, store.get, () => empty);
}
