import { quoteCommand } from "../../lib/mcp/split-command.ts";
import type { Session } from "../../lib/protocol/session.ts";
import { tell, tellFact, tellProblem } from "./tell.ts";

const STDERR_LINES = 12;

/** What was already said of a session, so that each change is told once. */
type Told = { launchedRun: number; line: string; progress: string | undefined; outcome: string };

/** Answers a listener that tells people on stderr how the servers stand: the command line, what takes long, connected, ended. */
export function tellSessions(): (session: Session) => void {
	const known = new Map<string, Told>();
	return (session) => {
		const told = known.get(session.id) ?? { launchedRun: 0, line: "", progress: undefined, outcome: "" };
		known.set(session.id, told);
		if (session.progress !== undefined && session.progress !== told.progress) tell(session.progress, "dim");
		told.progress = session.progress;
		if (session.launch && session.run > told.launchedRun) {
			told.launchedRun = session.run;
			const line = JSON.stringify(session.launch);
			tellLaunch(session, line !== told.line);
			told.line = line;
		}
		// a restart is a new outcome even if it reads the same
		const outcome = `${session.run} ${session.state}`;
		if (outcome === told.outcome || session.state === "connecting") return;
		told.outcome = outcome;
		if (session.state === "connected") tellConnected(session);
		else tellEnd(session);
	};
}

/** The facts are told again only when they changed. */
function tellLaunch({ launch, run, runs, title }: Session, changed: boolean): void {
	if (!launch) return;
	const doing = launch.transport === "stdio" ? "Starting" : "Connecting to";
	const files = runs.at(-1)?.changed;
	if (files) tell(`${files.slice(0, 3).join(", ")}${files.length > 3 ? ` and ${files.length - 3} more` : ""} changed`, "dim");
	tell(run > 1 ? `${doing} ${title} again` : `${doing} ${title}`, "strong");
	if (!changed) return;
	if (launch.transport === "stdio") {
		tellFact("command", quoteCommand([launch.command, ...launch.args]));
		tellFact("cwd", launch.cwd);
	} else tellFact(launch.transport === "sse" ? "HTTP+SSE" : "HTTP", launch.command);
	if (launch.runtime) tellFact("runtime", launch.runtime + (launch.interpreter && launch.interpreter !== launch.command ? ` (${launch.interpreter})` : ""));
	if (launch.sdk) tellFact("SDK", launch.sdk);
	for (const note of launch.notes) tellFact("note", note);
}

function tellConnected({ server, title }: Session): void {
	if (!server) return tell(`Connected to ${title}`, "good");
	tell(`Connected to ${[server.name, server.version].filter(Boolean).join(" ")} (${server.era}, ${server.protocolVersion})`, "good");
}

function tellEnd({ problem, stderrTail, runs, title }: Session): void {
	if (runs.at(-1)?.endedBy === "user") return tell(`${title} was stopped`, "dim");
	if (problem) tellProblem(problem);
	else tell(`${title} is disconnected`, "warn");
	const lines = stderrTail.slice(-STDERR_LINES);
	if (lines.length === 0) return;
	tell(lines.length < stderrTail.length ? `Its last ${lines.length} lines on stderr:` : "It wrote on stderr:", "dim");
	for (const line of lines) tell(`  ${line}`);
}
