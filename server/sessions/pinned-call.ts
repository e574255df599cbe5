import type { Session } from "../../lib/protocol/session.ts";
import type { OpenCall } from "./call-book.ts";

const KEPT = 50;

/** The call that is made again after each reload, and its newest calls, whose results are compared. */
export class PinnedCall {
	#pinned: { method: string; subject: string; params: string; callIds: string[] } | undefined;

	get view(): Session["pinned"] {
		if (!this.#pinned) return undefined;
		const { method, subject, callIds } = this.#pinned;
		return { method, subject, callIds: [...callIds] };
	}

	pin(open: OpenCall | undefined): void {
		this.#pinned = open && { method: open.call.method, subject: open.call.subject, params: open.params, callIds: [open.call.callId] };
	}

	/** A person makes the same call by hand: the next result is compared with that one. */
	made(open: OpenCall): void {
		const pinned = this.#pinned;
		if (pinned && pinned.method === open.call.method && pinned.params === open.params) this.#add(open.call.callId);
	}

	/** Makes the call again, if there is one. `request` is what a person's call goes through. */
	async again(request: (method: string, params: string) => Promise<{ callId: string }>): Promise<void> {
		if (this.#pinned) await request(this.#pinned.method, this.#pinned.params);
	}

	#add(callId: string): void {
		const pinned = this.#pinned;
		if (pinned && !pinned.callIds.includes(callId)) pinned.callIds = [...pinned.callIds, callId].slice(-KEPT);
	}
}
