import { useState } from "react";
import { cancelCall, sendRequest } from "@/lib/client/run-call.ts";
import { useAction } from "@/lib/client/use-action.ts";
import type { ProblemData } from "@/lib/protocol/problem.ts";
import type { Session } from "@/lib/protocol/session.ts";

export type Run = {
	run: () => void;
	/** why it can do nothing now, apart from the parameters */
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
	connecting: "waits until the server is connected",
	disconnected: "is off: the server is not running. Restart it; what was typed is kept",
	failed: "is off: the server did not start. Restart it; what was typed is kept",
};

/** Sending one request by the button named `verb`; `params` is JSON text, undefined while there is nothing that could be sent. */
export function useRun(session: Session, verb: string, method: string, params: string | undefined): Run {
	const [shownId, show] = useState<string>();
	const sending = useAction(async (sent: string) => show(await sendRequest(session.id, method, sent)));
	const cancelling = useAction(cancelCall);
	const refused = refusals[session.state];
	return {
		run: () => {
			if (refused === undefined && params !== undefined) sending.run(params);
		},
		refusal: refused && `${verb} ${refused}`,
		busy: sending.busy,
		problem: sending.problem,
		cancel: cancelling.run,
		cancelProblem: cancelling.problem,
		shownId,
		show,
	};
}
