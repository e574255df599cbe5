import { useEffect, useRef } from "react";
import { type Run, useRun } from "@/components/explorer/use-run.ts";
import { resourceReadParams } from "@/lib/client/run-call.ts";
import { useCalls } from "@/lib/client/use-calls.ts";
import type { Call } from "@/lib/protocol/call.ts";
import type { ResourceUpdate, Session, Subscription } from "@/lib/protocol/session.ts";
import { useFollow } from "./use-follow.ts";

/** Updates that come faster are read at this pace. */
const PACE_MS = 500;

export type Reading = {
	run: Run;
	/** the reads of this URI, oldest first */
	calls: readonly Call[];
	shown: Call | undefined;
	/** undefined while its updates are not asked for */
	subscription: Subscription | undefined;
	/** what the server said of it last */
	update: ResourceUpdate | undefined;
	/** updated and not read since */
	isStale: boolean;
	/** each update is read at once */
	follows: boolean;
	setFollows: (follows: boolean) => void;
};

/** Reading one URI (undefined while there is none), and what is known of its updates. A followed resource is read again when it was updated. */
export function useReading(session: Session, uri: string | undefined): Reading {
	const run = useRun(session, "Read", "resources/read", uri === undefined ? undefined : resourceReadParams(uri));
	const all = useCalls(session.id, { method: "resources/read" });
	const calls = all.filter(({ subject }) => subject === uri);
	const shown = all.find(({ callId }) => callId === run.shownId) ?? calls.at(-1);
	const subscription = session.subscriptions.find((each) => each.uri === uri);
	const update = session.updates.find((each) => each.uri === uri);
	const newest = calls.at(-1);
	const isStale = update !== undefined && update.seq > (newest?.seq ?? 0);
	const [follows, setFollows] = useFollow(session.id, uri);
	const readAt = useRef(0);
	const due = isStale && follows && subscription?.state === "active" && session.state === "connected" && (newest === undefined || newest.outcome !== undefined);
	const read = useRef(run.run);
	read.current = run.run;
	const { busy } = run;
	// biome-ignore lint/correctness/useExhaustiveDependencies: a refused read is not tried again before the next update
	useEffect(() => {
		if (!due || busy) return;
		const timer = setTimeout(
			() => {
				readAt.current = performance.now();
				read.current();
			},
			Math.max(0, readAt.current + PACE_MS - performance.now()),
		);
		return () => clearTimeout(timer);
	}, [due, busy, update?.seq]);
	return { run, calls, shown, subscription, update, isStale, follows, setFollows };
}
