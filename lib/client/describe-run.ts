import { formatDuration } from "../format/format-duration.ts";
import type { Run, Session } from "../protocol/session.ts";

type Titled = Pick<Session, "title"> & { target: Pick<Session["target"], "kind"> };

/** Whether the server ended by itself and not well. */
export const diedBadly = (run: Run): boolean => run.endedAt !== undefined && run.endedBy === "server" && (Boolean(run.signal) || Boolean(run.exitCode));

/** How a run ended, in one or two words (`exit 1`, `SIGKILL`, `stopped`); undefined while it lives. */
export function runEnd(run: Run): string | undefined {
	if (run.endedAt === undefined) return undefined;
	if (run.endedBy === "user") return "stopped";
	if (run.endedBy === "change") return "reloaded";
	if (run.signal) return run.signal;
	// no process has ended: none was started, or the server is reached over HTTP
	return run.exitCode === undefined || run.exitCode === null ? "failed" : `exit ${run.exitCode}`;
}

/** The fact behind an end: `exit code 1 after 0.38 s`, `SIGKILL after 12.0 s`; undefined while the run lives, and where no process has ended. */
export function describeEnd(run: Run | undefined): string | undefined {
	if (run?.endedAt === undefined) return undefined;
	const after = `after ${formatDuration(run.endedAt - run.startedAt)}`;
	if (run.signal) return `${run.signal} ${after}`;
	if (run.exitCode !== undefined && run.exitCode !== null) return `exit code ${run.exitCode} ${after}`;
	return run.endedBy === "user" ? `ended ${after}` : undefined;
}

/** That a start failed, as a sentence without its period: a server that runs already is not started but reached. */
export const failTitle = ({ target, title }: Titled): string => (target.kind === "url" ? `No connection to ${title}` : `${title} did not start`);

/** What happened to a server that had been connected, as a sentence without its period. */
export function endTitle(session: Titled & Pick<Session, "state">, run: Run | undefined): string {
	// a start that is given up is ended by us, too
	if (session.state === "failed") return failTitle(session);
	if (run?.endedBy === "user") return "Server stopped";
	if (run?.signal) return `Server was ended by ${run.signal}`;
	if (run?.exitCode !== undefined && run.exitCode !== null) return `Server exited with code ${run.exitCode}`;
	return "Server disconnected";
}

/** Whether the session was connected at some time, so that there is something to look at while it is not. */
export const wasConnected = (session: Session): boolean => session.server !== undefined || Object.values(session.lists).some((list) => list.pages.length > 0);
