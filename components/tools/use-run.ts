import { useState } from "react";
import { cancelCall, sendRequest, toolCallParams } from "@/lib/client/run-call.ts";
import { useAction } from "@/lib/client/use-action.ts";
import { compactJson } from "@/lib/mcp/format-json.ts";
import type { JsonValue } from "@/lib/mcp/json-value.ts";
import type { ProblemData } from "@/lib/protocol/problem.ts";
import type { Session } from "@/lib/protocol/session.ts";

export type Run = {
	run: () => void;
	/** why Run can do nothing now, apart from the arguments */
	refusal: string | undefined;
	busy: boolean;
	/** why the last try was not sent */
	problem: ProblemData | undefined;
	cancel: (callId: string) => void;
	cancelProblem: ProblemData | undefined;
	/** the call whose result is shown; the newest if undefined */
	shownId: string | undefined;
	show: (callId: string | undefined) => void;
};

const refusals: Readonly<Record<Session["state"], string | undefined>> = {
	connected: undefined,
	connecting: "Run waits until the server is connected",
	disconnected: "Run is off: the server is not running. Restart it; the arguments are kept",
	failed: "Run is off: the server did not start. Restart it; the arguments are kept",
};

/** Running one tool with `args`, which are undefined while what was typed is not JSON. */
export function useRun(session: Session, tool: string, args: JsonValue | undefined): Run {
	const [shownId, show] = useState<string>();
	const sending = useAction(async (sent: JsonValue) => {
		const callId = await sendRequest(session.id, "tools/call", toolCallParams(tool, compactJson(sent)));
		show(callId);
	});
	const cancelling = useAction(cancelCall);
	const refusal = refusals[session.state];
	return {
		run: () => {
			if (refusal === undefined && args !== undefined) sending.run(args);
		},
		refusal,
		busy: sending.busy,
		problem: sending.problem,
		cancel: cancelling.run,
		cancelProblem: cancelling.problem,
		shownId,
		show,
	};
}
