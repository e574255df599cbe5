import type { McpSubscription } from "@modelcontextprotocol/client";
import type { ResourceUpdate, Subscription } from "../../lib/protocol/session.ts";
import { isObject, type Message } from "../capture/read-frame.ts";
import { describeError } from "./describe-error.ts";
import { ask, type Live } from "./live.ts";

/** Resources whose updates are remembered; the one that was silent longest is forgotten first. */
const MAX_UPDATED = 200;

type Wanted = { view: Subscription; stream: McpSubscription | undefined };

/**
 * The resources whose updates a user asked for. What is wanted outlives a run: it is asked for again when the server is back. The legacy era
 * has a request for it, the modern one a stream for each (2026-07-28, subscriptions).
 */
export class Subscriptions {
	readonly #wanted = new Map<string, Wanted>();
	readonly #updates = new Map<string, ResourceUpdate>();

	constructor(readonly changed: () => void) {}

	get views(): Subscription[] {
		return [...this.#wanted.values()].map(({ view }) => view);
	}

	get updates(): ResourceUpdate[] {
		return [...this.#updates.values()];
	}

	/** A run is connected: what is wanted is asked for. */
	start(live: Live): void {
		for (const uri of this.#wanted.keys()) void this.subscribe(uri, live);
	}

	async subscribe(uri: string, live: Live): Promise<void> {
		void this.#wanted
			.get(uri)
			?.stream?.close()
			.catch(() => {});
		const wanted: Wanted = { view: { uri, state: "asking" }, stream: undefined };
		this.#wanted.set(uri, wanted);
		this.changed();
		const end = await this.#ask(uri, live, wanted).catch(
			(error: unknown): Omit<Subscription, "uri"> => ({
				state: "refused",
				message: error instanceof Error ? error.message : String(error),
			}),
		);
		this.#set(wanted, end);
	}

	async unsubscribe(uri: string, live: Live | undefined): Promise<void> {
		const wanted = this.#wanted.get(uri);
		if (!wanted) return;
		this.#wanted.delete(uri);
		this.changed();
		if (wanted.stream) await wanted.stream.close().catch(() => {});
		else if (live && live.client.getProtocolEra() !== "modern" && wanted.view.state !== "refused")
			await ask(live, "resources/unsubscribe", { uri }).catch(() => {});
	}

	/** The run is over: nothing will be told until the next one. */
	end(): void {
		for (const wanted of this.#wanted.values()) this.#set(wanted, { state: "ended" });
	}

	/** The server said that a resource changed, whether that was asked for or not. */
	notified(message: Message | undefined, seq: number): void {
		const uri = isObject(message?.params) ? message.params.uri : undefined;
		if (typeof uri !== "string" || uri.length > 8_192) return;
		const count = (this.#updates.get(uri)?.count ?? 0) + 1;
		this.#updates.delete(uri);
		this.#updates.set(uri, { uri, count, seq });
		for (const oldest of this.#updates.keys()) {
			if (this.#updates.size <= MAX_UPDATED) break;
			this.#updates.delete(oldest);
		}
		this.changed();
	}

	async #ask(uri: string, live: Live, wanted: Wanted): Promise<Omit<Subscription, "uri">> {
		if (live.client.getProtocolEra() !== "modern") {
			const answer = await ask(live, "resources/subscribe", { uri });
			return answer.hasError ? { state: "refused", message: describeError("resources/subscribe", answer) } : { state: "active" };
		}
		const stream = await live.client.listen({ resourceSubscriptions: [uri] });
		if (this.#wanted.get(uri) !== wanted) {
			await stream.close();
			return { state: "ended" };
		}
		if (!stream.honoredFilter.resourceSubscriptions?.includes(uri)) {
			await stream.close();
			return { state: "refused", message: "The server acknowledged the stream without this resource." };
		}
		wanted.stream = stream;
		void stream.closed.then((why) => {
			if (why !== "local") this.#set(wanted, { state: "ended", message: why === "graceful" ? "The server ended the stream." : "The stream broke." });
		});
		return { state: "active" };
	}

	#set(wanted: Wanted, end: Omit<Subscription, "uri">): void {
		const { uri } = wanted.view;
		if (this.#wanted.get(uri) !== wanted) return;
		wanted.view = { uri, ...end };
		this.changed();
	}
}
