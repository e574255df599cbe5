import { PREVIEW_PAGE, type Preview } from "../protocol/entry.ts";

/** Fetches previews of `from` … `to` of a session. */
export type FetchPreviews = (sessionId: string, from: number, to: number) => Promise<readonly Preview[]>;

type Page = { previews: Map<number, Preview>; loadedTo: number; loading: boolean; failedAt: number };

const capacity = 20_000;
const retryMs = 1_000;

export type PreviewStore = ReturnType<typeof createPreviewStore>;

/**
 * Previews of the rows that someone looked at, in pages of 500 seqs; the 40 pages used last are kept. At most two requests are under way,
 * so that during a flood the rows in view come first and those that scrolled by are never asked for.
 */
export function createPreviewStore(fetchPreviews: FetchPreviews, now: () => number = Date.now) {
	const pages = new Map<string, Page>();
	const listeners = new Set<() => void>();
	let version = 0;
	let underWay = 0;
	let generation = 0;
	let wanted: { sessionId: string; seqs: readonly number[]; lastSeq: number } | undefined;

	const keyOf = (sessionId: string, seq: number): string => `${Math.floor((seq - 1) / PREVIEW_PAGE)} ${sessionId}`;
	const publish = (): void => {
		version++;
		for (const listener of [...listeners]) listener();
	};
	const use = (key: string): Page => {
		const page = pages.get(key) ?? { previews: new Map(), loadedTo: 0, loading: false, failedAt: 0 };
		pages.delete(key);
		pages.set(key, page);
		for (const [oldest, { loading }] of pages) {
			if (pages.size * PREVIEW_PAGE <= capacity) break;
			if (!loading) pages.delete(oldest);
		}
		return page;
	};
	const load = async (page: Page, sessionId: string, from: number, to: number): Promise<void> => {
		const startedIn = generation;
		page.loading = true;
		underWay++;
		try {
			const found = await fetchPreviews(sessionId, from, to);
			if (startedIn !== generation) return;
			for (const preview of found) page.previews.set(preview.seq, preview);
			page.loadedTo = to;
		} catch {
			// the link's own state tells a person that the bridge is gone; the rows are asked for again when they are next in view
			page.failedAt = now();
		} finally {
			page.loading = false;
			underWay--;
			if (startedIn === generation) publish();
			pump();
		}
	};
	const pump = (): void => {
		if (!wanted) return;
		const { sessionId, seqs, lastSeq } = wanted;
		for (let at = seqs.length - 1; at >= 0 && underWay < 2; at--) {
			const seq = seqs[at] ?? 0;
			const page = use(keyOf(sessionId, seq));
			if (page.loading || seq <= page.loadedTo || now() - page.failedAt < retryMs) continue;
			const pageStart = Math.floor((seq - 1) / PREVIEW_PAGE) * PREVIEW_PAGE + 1;
			void load(page, sessionId, Math.max(pageStart, page.loadedTo + 1), Math.min(pageStart + PREVIEW_PAGE - 1, lastSeq));
		}
	};

	return {
		read: (sessionId: string, seq: number): Preview | undefined => pages.get(keyOf(sessionId, seq))?.previews.get(seq),
		/** Says which rows are in view now; replaces what was said before. `lastSeq` is the newest seq known. */
		want(sessionId: string, seqs: readonly number[], lastSeq: number): void {
			wanted = { sessionId, seqs, lastSeq };
			pump();
		},
		clear(): void {
			generation++;
			pages.clear();
			wanted = undefined;
			publish();
		},
		/** Grows whenever previews came. */
		get: (): number => version,
		subscribe(listener: () => void): () => void {
			listeners.add(listener);
			return () => void listeners.delete(listener);
		},
	};
}
