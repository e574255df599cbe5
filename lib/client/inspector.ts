import type { Call } from "../protocol/call.ts";
import type { Session } from "../protocol/session.ts";
import { callBridge } from "./call-bridge.ts";
import { createStore, type Store } from "./create-store.ts";
import { createEntryStore, type EntryStore } from "./entry-store.ts";
import { type Link, openStream } from "./open-stream.ts";
import { createPreviewStore, type PreviewStore } from "./preview-store.ts";
import type { StreamEvent } from "./read-events.ts";
import { createPacedSchedule, scheduleFrame } from "./schedule-frame.ts";
import { readToken } from "./token.ts";

/** What this tab knows of the bridge. One per tab, because one stream carries all sessions. */
export type Inspector = {
	readonly entries: EntryStore;
	readonly previews: PreviewStore;
	readonly sessions: Store<ReadonlyMap<string, Session>>;
	readonly calls: Store<ReadonlyMap<string, Call>>;
	readonly link: Store<Link>;
	/** the theme as another tab last set it; undefined until then */
	readonly theme: Store<string | undefined>;
	/** who answers; undefined until the first hello */
	readonly bridge: Store<{ id: string; version: string } | undefined>;
	/** Opens the stream, once however often it is called; the returned function ends it when the last caller is gone. */
	start(): () => void;
};

/** Makes the state of a tab; the page uses `inspector`, tests make their own. */
export function createInspector(): Inspector {
	const entries = createEntryStore(createPacedSchedule(50));
	const previews = createPreviewStore(async (sessionId, from, to) => (await callBridge("previews", { sessionId, from, to })).previews);
	const sessions = createStore<ReadonlyMap<string, Session>>(new Map());
	const calls = createStore<ReadonlyMap<string, Call>>(new Map());
	const link = createStore<Link>({ state: "connecting", since: Date.now() });
	const theme = createStore<string | undefined>(undefined);
	const bridge = createStore<{ id: string; version: string } | undefined>(undefined);
	// a call's progress can come a thousand times a second; the map is copied once a frame
	const freshCalls = new Map<string, Call>();
	let users = 0;
	let close: () => void = () => undefined;

	const forget = (): void => {
		entries.clear();
		previews.clear();
		freshCalls.clear();
		sessions.set(new Map());
		calls.set(new Map());
	};
	const flushCalls = (): void => {
		if (freshCalls.size === 0) return;
		calls.set(new Map([...calls.get(), ...freshCalls]));
		freshCalls.clear();
	};
	/** A session that was closed while the stream was away is not told of again. */
	const dropClosed = async (): Promise<void> => {
		const { sessions: there } = await callBridge("listSessions", {});
		const ids = new Set(there.map(({ id }) => id));
		sessions.update((known) => new Map([...known].filter(([id]) => ids.has(id))));
	};
	const open = (): (() => void) =>
		openStream({ token: readToken, onEvent: apply, onLink: (state) => link.get().state !== state && link.set({ state, since: Date.now() }) });
	/** A new link opened in this tab, or in another one, brings the token of the bridge that runs now. */
	const onNewToken = (event: HashChangeEvent | StorageEvent): void => {
		if (event.type === "hashchange" ? !location.hash.includes("token=") : link.get().state !== "refused") return;
		close();
		close = open();
	};
	const apply = (event: StreamEvent): void => {
		switch (event.name) {
			case "hello":
				if (bridge.get() && bridge.get()?.id !== event.data.bridge) forget();
				else if (sessions.get().size > 0) dropClosed().catch(() => undefined);
				return bridge.set({ id: event.data.bridge, version: event.data.version });
			case "entries":
				return entries.append(event.data);
			case "session":
				return sessions.update((known) => new Map(known).set(event.data.id, event.data));
			case "sessionClosed":
				return sessions.update((known) => new Map([...known].filter(([id]) => id !== event.data.id)));
			case "call":
				if (freshCalls.size === 0) scheduleFrame(flushCalls);
				freshCalls.set(event.data.callId, event.data);
				return;
			case "settings":
				return theme.set(event.data.theme);
		}
	};
	return {
		entries,
		previews,
		sessions,
		calls,
		link,
		theme,
		bridge,
		start() {
			if (users++ === 0) {
				close = open();
				window.addEventListener("hashchange", onNewToken);
				window.addEventListener("storage", onNewToken);
			}
			let ended = false;
			return () => {
				if (ended) return;
				ended = true;
				if (--users > 0) return;
				close();
				window.removeEventListener("hashchange", onNewToken);
				window.removeEventListener("storage", onNewToken);
			};
		},
	};
}

export const inspector: Inspector = createInspector();
