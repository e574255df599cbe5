import { type Direction, directions, type EntryKind, entryKinds, type Status, statuses } from "../protocol/entry.ts";
import type { EntryBatch } from "../protocol/stream.ts";

/** What a test says of an entry; the rest does not matter to it. */
export type GivenEntry = {
	kind?: EntryKind;
	direction?: Direction;
	status?: Status;
	method?: string;
	pair?: number;
	at?: number;
	bytes?: number;
	session?: string;
	run?: number;
};

/** A batch of entries from seq `from` on, with dictionaries of its own from index 0. */
export function batchOf(from: number, given: readonly GivenEntry[]): EntryBatch {
	const methods = [...new Set(given.map(({ method = "ping" }) => method))];
	const sessions = [...new Set(given.map(({ session = "s1" }) => session))];
	return {
		from,
		count: given.length,
		atBase: 1_000_000,
		at: given.map(({ at }, index) => at ?? from + index),
		kind: given.map(({ kind = "notification" }) => entryKinds.indexOf(kind)),
		direction: given.map(({ direction = "out" }) => directions.indexOf(direction)),
		status: given.map(({ status = "none" }) => statuses.indexOf(status)),
		method: given.map(({ method = "ping" }) => methods.indexOf(method)),
		bytes: given.map(({ bytes = 100 }) => bytes),
		pair: given.map(({ pair = 0 }) => pair),
		session: given.map(({ session = "s1" }) => sessions.indexOf(session)),
		run: given.map(({ run = 1 }) => run),
		methodsFrom: 0,
		methods,
		sessionsFrom: 0,
		sessions,
	};
}
