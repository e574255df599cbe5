import { isUtf8 } from "node:buffer";
import { directions, type EntryHead, entryKinds, statuses } from "../../lib/protocol/entry.ts";
import { Problem } from "../../lib/protocol/problem.ts";
import type { Session } from "../../lib/protocol/session.ts";
import type { Target } from "../../lib/protocol/target.ts";
import type { EntryIndex } from "../capture/entry-index.ts";
import { readPreviews } from "../capture/previews.ts";
import type { InspectedSession } from "../sessions/session.ts";
import { applyDraft, draftOf } from "../sessions/target-draft.ts";
import { isMasked } from "../storage/mask-credentials.ts";
import { FORGOTTEN_VALUE, type RecentsFile } from "../storage/recents-file.ts";
import type { SettingsFile } from "../storage/settings-file.ts";
import { findEntries, seqsOf } from "./find-entries.ts";
import type { Handlers } from "./mount-api.ts";

const MAX_PREVIEWS = 1_000;
/** So much of a body is looked at to tell text from bytes. */
const SNIFFED = 64 << 10;

export type HandlerContext = {
	index: EntryIndex;
	sessions: ReadonlyMap<string, InspectedSession>;
	settings: SettingsFile;
	recents: RecentsFile;
	openSession(target: Target): Session;
	closeSession(id: string): Promise<void>;
	readTarget(text: string): { target: Target; summary: string };
	themeChanged(theme: string): void;
};

/** What the bridge does for each call of the contract. None waits for a server under inspection. */
export function makeHandlers(context: HandlerContext): Handlers {
	const { index, sessions, settings, recents } = context;
	const sessionOf = (id: string): InspectedSession => {
		const session = sessions.get(id);
		if (!session)
			throw new Problem("no-session", `There is no session ${id}.`, { status: 404, hint: "It was closed, or belongs to an inspector that has ended." });
		return session;
	};
	return {
		listSessions: () => ({ sessions: [...sessions.values()].map((session) => session.view()) }),
		openSession: ({ target }) => context.openSession(recallTarget(target, process.env)),
		readTarget: ({ text }) => context.readTarget(text),
		recentTargets: () => ({ recent: recents.list() }),
		restart: ({ sessionId }) => {
			void sessionOf(sessionId).start();
			return {};
		},
		stop: ({ sessionId }) => {
			void sessionOf(sessionId).stop();
			return {};
		},
		closeSession: ({ sessionId }) => {
			sessionOf(sessionId);
			void context.closeSession(sessionId);
			return {};
		},
		readDraft: ({ sessionId }) => draftOf(sessionOf(sessionId).next),
		saveDraft: ({ sessionId, draft }) => {
			const session = sessionOf(sessionId);
			session.edit(applyDraft(session.next, draft));
			return {};
		},
		discardDraft: ({ sessionId }) => {
			sessionOf(sessionId).edit();
			return {};
		},
		extendConnect: ({ sessionId }) => {
			sessionOf(sessionId).extend();
			return {};
		},
		refreshList: ({ sessionId, list }) => {
			sessionOf(sessionId).refreshList(list);
			return {};
		},
		subscribe: ({ sessionId, uri }) => {
			sessionOf(sessionId).subscribe(uri);
			return {};
		},
		unsubscribe: ({ sessionId, uri }) => {
			sessionOf(sessionId).unsubscribe(uri);
			return {};
		},
		request: ({ sessionId, method, params, timeoutMs }) => sessionOf(sessionId).request(method, params, timeoutMs),
		pinCall: ({ sessionId, callId }) => {
			sessionOf(sessionId).pin(callId ?? undefined);
			return {};
		},
		cancelCall: ({ callId }) => {
			if (![...sessions.values()].some((session) => session.cancel(callId)))
				throw new Problem("no-call", "That call is not in flight any more.", { status: 409 });
			return {};
		},
		previews: async ({ sessionId, from, to }) => {
			const { capture } = sessionOf(sessionId);
			return { previews: await readPreviews(capture, seqsOf(capture, from, to, MAX_PREVIEWS)) };
		},
		findEntries: ({ sessionId, from, to, terms }) => findEntries(sessionOf(sessionId).capture, { from, to }, terms),
		readEntry: async ({ seq }) => {
			const head = readHead(index, seq);
			const { capture } = sessionOf(head.sessionId);
			const [preview] = await readPreviews(capture, [seq]);
			const start = await capture.readBody(seq, 0, SNIFFED);
			return { ...head, preview: preview ?? { seq, text: "" }, utf8: start !== undefined && looksLikeText(start) };
		},
		readSettings: () => settings.read(),
		saveSettings: (patch) => {
			const next = settings.save(patch);
			if (patch.theme !== undefined) context.themeChanged(patch.theme);
			return next;
		},
	};
}

/**
 * A remembered target has lost its secrets: variables that our own environment has are taken from there, other ones and headers are left
 * out. Throws `target-masked` where the command line or the URL itself lacks one.
 */
function recallTarget(target: Target, ours: Readonly<Record<string, string | undefined>>): Target {
	const lost = target.kind === "url" ? [target.url] : target.kind === "demo" ? [] : target.args;
	if (lost.some(isMasked))
		throw new Problem("target-masked", "A secret in this target was not kept.", {
			hint: "Type the line again with its value, or take the value from the environment.",
		});
	const env = Object.entries(target.env).flatMap(([name, value]) => {
		const known = value === FORGOTTEN_VALUE ? ours[name] : value;
		return known === undefined ? [] : [[name, known] as const];
	});
	if (target.kind !== "url") return { ...target, env: Object.fromEntries(env) };
	const headers = Object.entries(target.headers).filter(([, value]) => value !== FORGOTTEN_VALUE);
	return { ...target, env: Object.fromEntries(env), headers: Object.fromEntries(headers) };
}

function readHead(index: EntryIndex, seq: number): EntryHead {
	const row = index.row(seq);
	if (!row) throw new Problem("no-entry", `There is no entry ${seq}.`, { status: 404 });
	const { page, i } = row;
	return {
		seq,
		sessionId: index.sessions[page.session[i] as number] ?? "",
		run: page.run[i] as number,
		at: page.at[i] as number,
		kind: entryKinds[page.kind[i] as number] ?? "noise",
		direction: directions[page.direction[i] as number] ?? "none",
		method: index.methods[page.method[i] as number] ?? "",
		status: statuses[page.status[i] as number] ?? "none",
		bytes: page.bytes[i] as number,
		pair: page.pair[i] as number,
	};
}

/** The end of a piece may cut a character; that alone makes no bytes of it. */
function looksLikeText(bytes: Uint8Array): boolean {
	return [0, 1, 2, 3].some((cut) => isUtf8(bytes.subarray(0, bytes.length - (bytes.length === SNIFFED ? cut : 0))));
}
