import * as z from "zod";
import { ProblemData } from "./problem.ts";
import { TargetView, transportNames } from "./target.ts";

/** The resolved way to start a server, shown as it is in the page and on stderr. */
export const Launch = z.object({
	transport: z.enum(transportNames),
	/** the program, or the URL of a server that runs already */
	command: z.string(),
	args: z.array(z.string()),
	cwd: z.string(),
	/** "uv 0.9.2, Python 3.12.4", "Node 22.1.0"; absent for a bare command */
	runtime: z.string().optional(),
	/** path of the interpreter where one was chosen */
	interpreter: z.string().optional(),
	/** "mcp 2.3.0", "fastmcp 4.0.10" */
	sdk: z.string().optional(),
	/** decisions that a user would want to know: "no uv on PATH, used .venv/bin/python" */
	notes: z.array(z.string()),
});
export type Launch = z.infer<typeof Launch>;

/** One life of the server inside a session. Times are milliseconds since the Unix epoch. */
export const Run = z.object({
	number: z.number().int(),
	startedAt: z.number(),
	endedAt: z.number().optional(),
	pid: z.number().int().optional(),
	exitCode: z.number().int().nullable().optional(),
	signal: z.string().nullable().optional(),
	/** who ended it: the server itself, we on Stop, Restart or quit, or we because a source changed */
	endedBy: z.enum(["server", "user", "change"]).optional(),
	/** files whose change began this run, relative to the server's folder, at most 20 */
	changed: z.array(z.string()).optional(),
});
export type Run = z.infer<typeof Run>;

/** The entities that a server lists, and the method that lists each. */
export const listMethods = {
	tools: "tools/list",
	resources: "resources/list",
	resourceTemplates: "resources/templates/list",
	prompts: "prompts/list",
} as const;
export type ListName = keyof typeof listMethods;
export const listNames = Object.keys(listMethods) as ListName[];

/** A list as it stands: its pages are answers in the capture, read by their seq, so that nothing is rewritten on the way. */
export const ListState = z.object({
	state: z.enum(["absent", "loading", "complete", "stopped", "failed"]),
	/** grows each time the list is fetched anew */
	version: z.number().int(),
	run: z.number().int(),
	/** seq of each page's answer, in order */
	pages: z.array(z.number().int()),
	/** why it is `stopped` or `failed` */
	message: z.string().optional(),
});
export type ListState = z.infer<typeof ListState>;

/** A resource whose updates a user asked for. `ended` is asked for again when the server is back. */
export const Subscription = z.object({
	uri: z.string(),
	state: z.enum(["asking", "active", "refused", "ended"]),
	/** why it is `refused` or `ended` */
	message: z.string().optional(),
});
export type Subscription = z.infer<typeof Subscription>;

/** What the server said of a resource by notifications/resources/updated: how often, and the entry where it said so last. */
export const ResourceUpdate = z.object({ uri: z.string(), count: z.number().int(), seq: z.number().int() });
export type ResourceUpdate = z.infer<typeof ResourceUpdate>;

/** Whether a run has listed all that its server offers. */
export function hasListedAll(lists: Readonly<Record<ListName, ListState>>, run: number): boolean {
	return listNames.every((name) => lists[name].run === run && (lists[name].state === "complete" || lists[name].state === "absent"));
}

/** One step of reaching the server: probe, fallback, respawn, handshake. `seq` is the entry that shows it, 0 if none. */
export const NegotiationStep = z.object({ at: z.number(), text: z.string(), seq: z.number().int(), bad: z.boolean() });
export type NegotiationStep = z.infer<typeof NegotiationStep>;

export const ServerInfo = z.object({
	name: z.string(),
	version: z.string(),
	title: z.string().optional(),
	instructions: z.string().optional(),
	protocolVersion: z.string(),
	era: z.enum(["legacy", "modern"]),
	capabilities: z.record(z.string(), z.unknown()),
});
export type ServerInfo = z.infer<typeof ServerInfo>;

export const sessionStates = ["connecting", "connected", "disconnected", "failed"] as const;

/** One target under inspection. It lives in the bridge; tabs are views of it. */
export const Session = z.object({
	id: z.string(),
	/** the server's own name once known, else the file or command */
	title: z.string(),
	/** stable across bridges for the same file or command: the key of remembered arguments */
	targetKey: z.string(),
	target: TargetView,
	/** what of the target was edited since this run began and applies at the next start: "env", "cwd" */
	edited: z.array(z.string()),
	state: z.enum(sessionStates),
	/** number of the current run, 0 before the first */
	run: z.number().int(),
	runs: z.array(Run),
	launch: Launch.optional(),
	/** said while a launcher works: "making a Python environment with mcp>=2 …" */
	progress: z.string().optional(),
	server: ServerInfo.optional(),
	steps: z.array(NegotiationStep),
	lists: z.record(z.enum(Object.keys(listMethods) as [ListName, ...ListName[]]), ListState),
	subscriptions: z.array(Subscription),
	/** resources that were updated, the latest last; at most 200 */
	updates: z.array(ResourceUpdate),
	/** when connecting is given up, unless extended; milliseconds since the epoch */
	connectDeadlineAt: z.number().optional(),
	/** why it is `failed` or `disconnected` */
	problem: ProblemData.optional(),
	/** what the server offered in the last run that listed all of it, before this one: its lists' pages as in `lists` */
	before: z
		.object({
			run: z.number().int(),
			server: ServerInfo,
			pages: z.record(z.enum(Object.keys(listMethods) as [ListName, ...ListName[]]), z.array(z.number().int())),
		})
		.optional(),
	/** folders and patterns whose changes start the server again; empty if nothing is watched */
	watching: z.array(z.string()),
	/** the call that is made again after each reload, and its newest calls, at most 50, oldest first */
	pinned: z.object({ method: z.string(), subject: z.string(), callIds: z.array(z.string()) }).optional(),
	/** the last lines that the server wrote to stderr in this run, at most 60 */
	stderrTail: z.array(z.string()),
	/** bytes of a line that the server began and has not ended */
	waitingBytes: z.number().int(),
	/** bytes that we wrote and the server has not read */
	queuedBytes: z.number().int(),
	/** why the capture stopped recording, if it did */
	captureProblem: z.string().optional(),
	captureBytes: z.number().int(),
	/** smallest seq that is this session's */
	firstSeq: z.number().int(),
});
export type Session = z.infer<typeof Session>;
