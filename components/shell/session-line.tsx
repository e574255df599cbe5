"use client";
import { commandLine } from "@/lib/client/command-line.ts";
import { formatAge } from "@/lib/client/format-age.ts";
import { useNow } from "@/lib/client/use-now.ts";
import type { Session } from "@/lib/protocol/session.ts";

/** Run and uptime, then how the server is reached. Leaves at 1180 px. */
export function SessionLine({ session }: { session: Session }) {
	const run = session.runs.at(-1);
	const live = run !== undefined && run.endedAt === undefined;
	const now = useNow(1000, live);
	const command = session.launch ? commandLine(session.launch) : session.target.label;
	const facts = [session.launch?.transport, live && run?.pid !== undefined && `pid ${run.pid}`, command].filter(Boolean).join(" · ");
	return (
		<>
			{run && (
				<span className="flex-none text-text-3 tabular-nums narrow:hidden">
					run #{run.number}
					{live && now > 0 ? ` · ${formatAge(now - run.startedAt)}` : ""}
				</span>
			)}
			<span className="cut font-mono text-11 text-text-3 narrow:hidden" title={command}>
				{facts}
			</span>
		</>
	);
}
