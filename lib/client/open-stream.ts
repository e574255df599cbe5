import { streamPath } from "../protocol/api.ts";
import { readEvents, type StreamEvent } from "./read-events.ts";

/** `refused`: no token or a wrong one, only a new link helps. `lost`: nothing answers, it is tried again by itself. `since` is epoch milliseconds. */
export type Link = { state: "connecting" | "live" | "lost" | "refused"; since: number };

export type StreamOptions = {
	token: () => string | undefined;
	onEvent: (event: StreamEvent) => void;
	onLink: (state: Link["state"]) => void;
	fetch?: typeof fetch;
	/** tells when a lost stream should be tried at once: back online, tab shown again. Returns its undo. */
	onWake?: (wake: () => void) => () => void;
};

const silenceMs = 25_000;
const firstWaitMs = 250;
const lastWaitMs = 5_000;

/**
 * Keeps one event stream open until the returned function is called: resumes after the last entry it saw, ends a stream that was silent
 * for 25 s (the bridge speaks every 10 s), and tries again after 0.25 s, then twice as long up to 5 s.
 */
export function openStream(options: StreamOptions): () => void {
	const closing = new AbortController();
	let wake: () => void = () => undefined;
	const stopWaking = (options.onWake ?? wakeOfPage)(() => wake());
	const waitFor = (ms: number): Promise<void> =>
		new Promise((resolve) => {
			const timer = setTimeout(resolve, ms);
			wake = () => {
				clearTimeout(timer);
				resolve();
			};
			closing.signal.addEventListener("abort", wake, { once: true });
		});
	void (async () => {
		const place: { lastId?: string } = {};
		let waitMs = firstWaitMs;
		options.onLink("connecting");
		while (!closing.signal.aborted) {
			const end = await readOnce(options, place, closing.signal, () => {
				waitMs = firstWaitMs;
				options.onLink("live");
			});
			if (closing.signal.aborted) return;
			options.onLink(end);
			if (end === "refused") return;
			await waitFor(waitMs);
			waitMs = Math.min(waitMs * 2, lastWaitMs);
		}
	})();
	return () => {
		closing.abort();
		stopWaking();
	};
}

/** One connection, from request to end. */
async function readOnce(options: StreamOptions, place: { lastId?: string }, closing: AbortSignal, onLive: () => void): Promise<"lost" | "refused"> {
	const token = options.token();
	if (token === undefined) return "refused";
	const silent = new AbortController();
	let watchdog = setTimeout(() => silent.abort(), silenceMs);
	const heard = (): void => {
		clearTimeout(watchdog);
		watchdog = setTimeout(() => silent.abort(), silenceMs);
	};
	try {
		const headers: Record<string, string> = { Authorization: `Bearer ${token}`, Accept: "text/event-stream" };
		if (place.lastId) headers["Last-Event-ID"] = place.lastId;
		const signal = AbortSignal.any([closing, silent.signal]);
		const response = await (options.fetch ?? fetch)(streamPath, { headers, signal, cache: "no-store", credentials: "omit" });
		if (response.status === 401 || response.status === 403) return "refused";
		if (!response.ok || !response.body) return "lost";
		onLive();
		await readEvents(
			response.body,
			(event) => {
				if (closing.aborted) return;
				options.onEvent(event);
				if (event.id) place.lastId = event.id;
			},
			heard,
		);
		return "lost";
	} catch (error) {
		// an ended connection is what `lost` says; anything else is ours to repair and must be seen
		const isConnection = error instanceof TypeError || (error instanceof DOMException && error.name === "AbortError");
		if (!isConnection && !closing.aborted && !silent.signal.aborted) console.error(error);
		return "lost";
	} finally {
		clearTimeout(watchdog);
	}
}

function wakeOfPage(wake: () => void): () => void {
	const onShown = (): void => {
		if (document.visibilityState === "visible") wake();
	};
	window.addEventListener("online", wake);
	document.addEventListener("visibilitychange", onShown);
	return () => {
		window.removeEventListener("online", wake);
		document.removeEventListener("visibilitychange", onShown);
	};
}
