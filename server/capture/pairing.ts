import type { Direction, RpcId, Status } from "../../lib/protocol/entry.ts";

/** A request that has no answer yet. `owner` is whoever sent it and wants to know what comes of it. */
export type OpenRequest<Owner> = { seq: number; at: number; method: string; id: RpcId; token: RpcId | undefined; cancelled: boolean; owner: Owner | undefined };

/**
 * Pairs answers with requests. The directions are kept apart (both sides number from where they like), and an id keeps its type: 1 and
 * "1" can be open at once. An answer whose id has the wrong type finds its request all the same, because people must see what it answers.
 */
export class Pairing<Owner> {
	readonly #open = new Map<string, OpenRequest<Owner>>();
	readonly #byToken = new Map<string, OpenRequest<Owner>>();

	get size(): number {
		return this.#open.size;
	}

	opened(direction: Direction, request: OpenRequest<Owner>): void {
		this.#open.set(key(direction, request.id), request);
		if (request.token !== undefined) this.#byToken.set(key(direction, request.token), request);
	}

	/** The request that an answer travelling in `direction` answers; it is closed by this. */
	answered(direction: Direction, id: RpcId): OpenRequest<Owner> | undefined {
		const asked = opposite(direction);
		const found = [id, otherType(id)].flatMap((candidate) => (candidate === undefined ? [] : [key(asked, candidate)])).find((name) => this.#open.has(name));
		const request = found === undefined ? undefined : this.#open.get(found);
		if (!request || found === undefined) return undefined;
		this.#open.delete(found);
		if (request.token !== undefined) this.#byToken.delete(key(asked, request.token));
		return request;
	}

	/** The open request that a cancel travelling in `direction` is about. It stays open: an answer may still come. */
	cancelled(direction: Direction, id: RpcId): OpenRequest<Owner> | undefined {
		const request = this.#open.get(key(direction, id));
		if (request) request.cancelled = true;
		return request;
	}

	/** The open request that a progress travelling in `direction` belongs to. */
	progressed(direction: Direction, token: RpcId): OpenRequest<Owner> | undefined {
		return this.#byToken.get(key(opposite(direction), token)) ?? this.#byToken.get(key(opposite(direction), otherType(token) ?? token));
	}

	/** Closes everything: the run is over. */
	drain(): OpenRequest<Owner>[] {
		const open = [...this.#open.values()];
		this.#open.clear();
		this.#byToken.clear();
		return open;
	}
}

/** What an answer says about its call. */
export function answerStatus(answer: { hasError: boolean; isError: boolean }, request: { cancelled: boolean } | undefined): Status {
	if (!request) return "orphan";
	if (request.cancelled) return "late";
	if (answer.hasError) return "error";
	return answer.isError ? "tool-error" : "ok";
}

function opposite(direction: Direction): Direction {
	return direction === "in" ? "out" : "in";
}

function key(direction: Direction, id: RpcId): string {
	return `${direction}:${typeof id}:${id}`;
}

function otherType(id: RpcId): RpcId | undefined {
	if (typeof id === "number") return String(id);
	if (typeof id === "string" && id.trim() !== "" && Number.isFinite(Number(id))) return Number(id);
	return undefined;
}
