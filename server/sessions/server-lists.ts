import { type ListName, type ListState, listMethods, listNames } from "../../lib/protocol/session.ts";
import { isObject } from "../capture/read-frame.ts";
import { describeError } from "./describe-error.ts";
import type { Answer } from "./recorder.ts";

const MAX_PAGES = 1_000;
/** A storm of list_changed makes at most two fetches a second. */
const REFETCH_MS = 500;

export type SendList = (method: string, params: Record<string, unknown>) => Promise<Answer>;

const capabilityOf: Record<ListName, string> = { tools: "tools", resources: "resources", resourceTemplates: "resources", prompts: "prompts" };
const listChangedOf: Record<string, readonly ListName[]> = {
	"notifications/tools/list_changed": ["tools"],
	"notifications/resources/list_changed": ["resources", "resourceTemplates"],
	"notifications/prompts/list_changed": ["prompts"],
};

/** Keeps a session's lists: fetches all pages, shows them as they come, and fetches anew when the server says that they changed. */
export class ServerLists {
	readonly states: Record<ListName, ListState>;
	readonly #running = new Map<ListName, { stop: boolean }>();
	readonly #timers = new Map<ListName, NodeJS.Timeout>();
	readonly #lastStart = new Map<ListName, number>();

	constructor(readonly changed: () => void) {
		const absent = (): ListState => ({ state: "absent", version: 0, run: 0, pages: [] });
		this.states = { tools: absent(), resources: absent(), resourceTemplates: absent(), prompts: absent() };
	}

	/** A run is connected: fetches every list that the server offers. */
	start(run: number, capabilities: Record<string, unknown>, send: SendList): void {
		for (const list of listNames) {
			if (isObject(capabilities[capabilityOf[list]])) void this.fetch(list, run, send);
			else this.states[list] = { state: "absent", version: this.states[list].version + 1, run, pages: [] };
		}
		this.changed();
	}

	/** The server said something; if it said that a list changed, that list is fetched soon. */
	notified(method: string, run: number, send: SendList): void {
		for (const list of listChangedOf[method] ?? []) {
			if (this.#timers.has(list)) continue;
			const since = performance.now() - (this.#lastStart.get(list) ?? Number.NEGATIVE_INFINITY);
			const timer = setTimeout(
				() => {
					this.#timers.delete(list);
					void this.fetch(list, run, send);
				},
				Math.max(0, REFETCH_MS - since),
			);
			this.#timers.set(list, timer);
		}
	}

	/** The run is over. What was listed stays. */
	end(): void {
		for (const timer of this.#timers.values()) clearTimeout(timer);
		this.#timers.clear();
		for (const [list, running] of this.#running) {
			running.stop = true;
			if (this.states[list].state === "loading") this.#set(list, { state: "failed", message: "The server ended before the list was complete." });
		}
		this.#running.clear();
	}

	async fetch(list: ListName, run: number, send: SendList): Promise<void> {
		const before = this.#running.get(list);
		if (before) before.stop = true;
		const mine = { stop: false };
		this.#running.set(list, mine);
		this.#lastStart.set(list, performance.now());
		this.states[list] = { state: "loading", version: this.states[list].version + 1, run, pages: [] };
		this.changed();
		const end = await this.#fetchPages(list, send, mine).catch((error: unknown) => ({
			state: "failed" as const,
			message: error instanceof Error ? error.message : String(error),
		}));
		if (mine.stop) return;
		this.#running.delete(list);
		this.#set(list, end);
	}

	async #fetchPages(list: ListName, send: SendList, mine: { stop: boolean }): Promise<Pick<ListState, "state" | "message">> {
		const method = listMethods[list];
		const seen = new Set<string>();
		let cursor: string | undefined;
		for (let page = 0; page < MAX_PAGES; page += 1) {
			const answer = await send(method, cursor === undefined ? {} : { cursor });
			if (mine.stop) return { state: "stopped" };
			if (answer.hasError) return { state: "failed", message: describeError(method, answer) };
			this.#set(list, { state: "loading" }, answer.seq);
			const result = answer.message?.result;
			const next = isObject(result) ? result.nextCursor : undefined;
			if (next === undefined || next === null) return { state: "complete" };
			if (typeof next !== "string")
				return { state: "stopped", message: `nextCursor of page ${page + 1} is not a string: the list may go on, but cannot be asked for.` };
			if (next === cursor || seen.has(next))
				return { state: "stopped", message: `Page ${page + 1} gave the cursor ${JSON.stringify(next.slice(0, 60))} again: stopped, or it would never end.` };
			seen.add(next);
			cursor = next;
		}
		return { state: "stopped", message: `Stopped after ${MAX_PAGES} pages; every page gave another cursor.` };
	}

	#set(list: ListName, end: Pick<ListState, "state" | "message">, page?: number): void {
		const before = this.states[list];
		this.states[list] = {
			state: end.state,
			version: before.version,
			run: before.run,
			pages: page === undefined ? before.pages : [...before.pages, page],
			...(end.message !== undefined && { message: end.message }),
		};
		this.changed();
	}
}
