import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Run } from "../protocol/session.ts";
import { describeEnd, diedBadly, endTitle, runEnd } from "./describe-run.ts";

const run = (more: Partial<Run> = {}): Run => ({ number: 1, startedAt: 1000, ...more });
const session = { state: "disconnected", title: "notes", target: { kind: "file" } } as const;

describe("the words for a run", () => {
	it("says nothing about the end of a run that lives", () => {
		assert.equal(runEnd(run()), undefined);
		assert.equal(describeEnd(run()), undefined);
		assert.equal(diedBadly(run()), false);
	});

	it("names the exit code and the time", () => {
		const crashed = run({ endedAt: 1380, exitCode: 1, endedBy: "server" });
		assert.equal(runEnd(crashed), "exit 1");
		assert.equal(describeEnd(crashed), "exit code 1 after 380 ms");
		assert.equal(endTitle(session, crashed), "Server exited with code 1");
		assert.equal(endTitle({ ...session, state: "failed" }, crashed), "notes did not start");
		assert.equal(diedBadly(crashed), true);
	});

	it("makes no process up where none was started, or the server runs elsewhere", () => {
		const failed = run({ endedAt: 1020, endedBy: "server" });
		assert.equal(runEnd(failed), "failed");
		assert.equal(describeEnd(failed), undefined);
		assert.equal(endTitle({ state: "failed", title: "127.0.0.1:8000", target: { kind: "url" } }, failed), "No connection to 127.0.0.1:8000");
	});

	it("names the signal where there is one", () => {
		const killed = run({ endedAt: 3000, exitCode: null, signal: "SIGKILL", endedBy: "server" });
		assert.equal(runEnd(killed), "SIGKILL");
		assert.equal(endTitle(session, killed), "Server was ended by SIGKILL");
	});

	it("does not blame the server for what the user ended", () => {
		const stopped = run({ endedAt: 3000, exitCode: null, signal: "SIGTERM", endedBy: "user" });
		assert.equal(runEnd(stopped), "stopped");
		assert.equal(endTitle(session, stopped), "Server stopped");
		assert.equal(diedBadly(stopped), false);
	});
});
