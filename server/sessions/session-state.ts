import type { Problem } from "../../lib/protocol/problem.ts";
import type { Launch, ListName, ListState, NegotiationStep, Run, ServerInfo, Session } from "../../lib/protocol/session.ts";
import type { Target } from "../../lib/protocol/target.ts";
import { now } from "../capture/clock.ts";
import { describeTarget } from "./target-view.ts";

const STDERR_TAIL = 60;
const STEPS = 50;

/** What the session knows besides: who it is, and what its parts hold. */
export type SessionParts = {
	id: string;
	firstSeq: number;
	target: Target;
	edited: readonly string[];
	watching: readonly string[];
	before: Session["before"];
	pinned: Session["pinned"];
	cwd: string;
	lists: Record<ListName, ListState>;
	subscriptions: Session["subscriptions"];
	updates: Session["updates"];
	captureBytes: number;
};

/** How a session stands, as pages see it. Every change is announced; nothing here acts. */
export class SessionState {
	state: Session["state"] = "connecting";
	targetKey = "";
	launch: Launch | undefined;
	server: ServerInfo | undefined;
	problem: Session["problem"];
	captureProblem: string | undefined;
	deadlineAt: number | undefined;
	stderr: string[] = [];
	runs: Run[] = [];
	#title: string;
	#progress: string | undefined;
	#steps: NegotiationStep[] = [];
	#pipes = { waitingBytes: 0, queuedBytes: 0 };

	constructor(
		target: Target,
		readonly changed: () => void,
	) {
		this.#title = describeTarget(target);
	}

	get title(): string {
		return this.server?.title ?? (this.server?.name || this.#title);
	}

	view(parts: SessionParts): Session {
		const { target } = parts;
		return {
			id: parts.id,
			title: this.title,
			targetKey: this.targetKey,
			target: {
				kind: target.kind,
				label: describeTarget(target),
				envNames: Object.keys(target.env),
				headerNames: target.kind === "url" ? Object.keys(target.headers) : [],
				cwd: this.launch?.cwd ?? target.cwd ?? parts.cwd,
				era: target.era,
				...(target.timeoutMs !== undefined && { timeoutMs: target.timeoutMs }),
			},
			edited: [...parts.edited],
			watching: [...parts.watching],
			...(parts.before && { before: parts.before }),
			...(parts.pinned && { pinned: parts.pinned }),
			state: this.state,
			run: this.runs.length,
			runs: this.runs,
			...(this.launch && { launch: this.launch }),
			...(this.#progress !== undefined && { progress: this.#progress }),
			...(this.server && { server: this.server }),
			steps: this.#steps,
			lists: parts.lists,
			subscriptions: parts.subscriptions,
			updates: parts.updates,
			...(this.deadlineAt !== undefined && { connectDeadlineAt: this.deadlineAt }),
			...(this.problem && { problem: this.problem }),
			stderrTail: [...this.stderr],
			...this.#pipes,
			...(this.captureProblem !== undefined && { captureProblem: this.captureProblem }),
			captureBytes: parts.captureBytes,
			firstSeq: parts.firstSeq,
		};
	}

	/** A run begins: what was said of the one before is over. */
	beginRun(changed: readonly string[] = []): Run {
		const run: Run = { number: this.runs.length + 1, startedAt: now(), ...(changed.length > 0 && { changed: [...changed] }) };
		this.runs = [...this.runs, run];
		this.#steps = [];
		this.stderr = [];
		this.problem = undefined;
		this.launch = undefined;
		this.become("connecting");
		return run;
	}

	/** The launch is resolved. Its title holds until the server says its name. */
	launched(launch: Launch, title: string, targetKey: string): void {
		this.#progress = undefined;
		this.launch = launch;
		this.targetKey = targetKey;
		if (!this.server) this.#title = title;
		this.changed();
	}

	become(state: Session["state"]): void {
		this.state = state;
		if (state !== "connecting") this.#progress = undefined;
		this.changed();
	}

	/** Not connected any more, and why. */
	end(state: "failed" | "disconnected", problem: Problem): void {
		this.problem = problem.toData();
		this.become(state);
	}

	say(text: string): void {
		this.#progress = text;
		this.changed();
	}

	step(text: string, seq: number, bad = false): void {
		this.#steps = [...this.#steps.slice(1 - STEPS), { at: now(), text, seq, bad }];
		this.changed();
	}

	stderrLine(line: string): void {
		this.stderr.push(line);
		if (this.stderr.length > STDERR_TAIL) this.stderr.shift();
		// while connected the tail is for whoever asks; a flood must not become a stream of snapshots
		if (this.state !== "connected") this.changed();
	}

	pipes(next: { waitingBytes: number; queuedBytes: number }): void {
		if (next.waitingBytes === this.#pipes.waitingBytes && next.queuedBytes === this.#pipes.queuedBytes) return;
		this.#pipes = next;
		this.changed();
	}
}
