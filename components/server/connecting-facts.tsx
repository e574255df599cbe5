"use client";
import { Button } from "@/components/ui/button.tsx";
import { callBridge } from "@/lib/client/call-bridge.ts";
import { inspector } from "@/lib/client/inspector.ts";
import { useAction } from "@/lib/client/use-action.ts";
import { useNow } from "@/lib/client/use-now.ts";
import { wireFacts } from "@/lib/client/wire-facts.ts";
import { formatBytes } from "@/lib/format/format-bytes.ts";
import type { Session } from "@/lib/protocol/session.ts";

const SLOW_MS = 3_000;

/** Whether there is somebody who could answer: a process, or a server that runs already. */
export const isReached = (session: Session): boolean =>
	session.runs.at(-1)?.pid !== undefined || (session.launch !== undefined && session.launch.transport !== "stdio");

/** What a connecting server is being waited for, once it takes long: "initialize sent 15 s ago, 0 bytes received, process alive, pid 4711". */
export function useSlowFacts(session: Session): string | undefined {
	const now = useNow(1000);
	const run = session.runs.at(-1);
	// while a launcher works there is nobody who could answer
	if (!run || !isReached(session) || now - run.startedAt < SLOW_MS) return undefined;
	const { waitingFor, bytesIn } = wireFacts(inspector.entries, session.id, session.run);
	if (waitingFor && now - waitingFor.at < SLOW_MS) return undefined;
	const parts = [
		waitingFor && `${waitingFor.method} sent ${Math.round((now - waitingFor.at) / 1000)} s ago`,
		`${bytesIn === 0 ? "0 bytes" : formatBytes(bytesIn)} received`,
		session.waitingBytes > 0 && `${formatBytes(session.waitingBytes)} of ${run.pid === undefined ? "an answer" : "a line"} that has not ended`,
		session.queuedBytes > 0 && `${formatBytes(session.queuedBytes)} not read by the server yet`,
		run.endedAt === undefined && (run.pid === undefined ? "connection open" : `process alive, pid ${run.pid}`),
	];
	return parts.filter(Boolean).join(", ");
}

/** When connecting is given up, and a way to wait longer. */
export function ConnectDeadline({ session }: { session: Session }) {
	const now = useNow(500);
	const extend = useAction(() => callBridge("extendConnect", { sessionId: session.id }));
	if (session.connectDeadlineAt === undefined || now === 0) return null;
	const left = Math.max(0, Math.ceil((session.connectDeadlineAt - now) / 1000));
	return (
		<>
			<span className="flex-none text-11 text-text-3 tabular-nums">{extend.problem?.message ?? `Gives up in ${left} s`}</span>
			<Button size="sm" onClick={extend.run} disabled={extend.busy} title="Wait 30 s more">
				Extend
			</Button>
		</>
	);
}
