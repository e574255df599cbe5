import type { EntryStore } from "./entry-store.ts";
import { directionCode, kindCode, statusCode } from "./entry-store.ts";

/** What crossed the wire in one run, counted. */
export type WireFacts = {
	framesOut: number;
	framesIn: number;
	/** everything that came on the wire, frames or not */
	bytesIn: number;
	/** the newest request of ours that has no answer */
	waitingFor: { method: string; at: number; seq: number } | undefined;
};

const frames: ReadonlySet<number | undefined> = new Set([kindCode.request, kindCode.answer, kindCode.notification, kindCode.batch]);

/** Counts a run of a session over all known entries; meant for runs that are starting or failed, which are short. */
export function wireFacts(entries: Pick<EntryStore, "scan" | "sessionIndex">, sessionId: string, run: number): WireFacts {
	const facts: WireFacts = { framesOut: 0, framesIn: 0, bytesIn: 0, waitingFor: undefined };
	const session = entries.sessionIndex(sessionId);
	if (session < 0) return facts;
	const { columns, first, length, methods } = entries.scan();
	for (let index = 0; index < length; index++) {
		if (columns.session[index] !== session || columns.run[index] !== run) continue;
		const kind = columns.kind[index];
		const isFrame = frames.has(kind);
		if (columns.direction[index] === directionCode.in) {
			if (isFrame) facts.framesIn++;
			if (isFrame || kind === kindCode.noise) facts.bytesIn += columns.bytes[index] ?? 0;
		} else if (columns.direction[index] === directionCode.out && isFrame) {
			facts.framesOut++;
			if (kind === kindCode.request && columns.status[index] === statusCode.pending)
				facts.waitingFor = { method: methods[columns.method[index] ?? 0] ?? "", at: columns.at[index] ?? 0, seq: first + index };
		}
	}
	return facts;
}
