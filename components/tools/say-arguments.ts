import type { RunWord } from "@/components/explorer/run-bar.tsx";
import type { Verdict } from "@/lib/client/validate-in-worker.ts";
import { sayDifferences } from "@/lib/mcp/judge-arguments.ts";
import type { JsonFault } from "@/lib/mcp/parse-json.ts";

export type ArgumentsState = { fault: JsonFault | undefined; verdict: Verdict | undefined; hasSchema: boolean; isInitial: boolean };

/** How the arguments of a tool stand, in one line. Wrong arguments can be run: that is what an inspector is for. */
export function sayArguments({ fault, verdict, hasSchema, isInitial }: ArgumentsState): RunWord {
	if (fault) return { text: `Not JSON, so it cannot be run · line ${fault.line}: ${fault.message}`, tone: "error" };
	if (!hasSchema) return { text: "No input schema to check against", tone: "quiet" };
	if (!verdict) return { text: "Checking…", tone: "quiet" };
	if (verdict.state === "matches") return { text: "Arguments match the input schema", tone: "quiet" };
	if (verdict.state === "timeout") return { text: "Not checked: the schema took longer than 1 s. Run sends the arguments as they are", tone: "warn" };
	if (verdict.state === "failed") return { text: `Not checked: ${verdict.reason}`, tone: "warn" };
	// nothing was typed yet, so nothing is wrong yet
	if (isInitial && verdict.differences.every(({ missing }) => missing !== undefined))
		return { text: verdict.differences.map(({ message }) => message).join("; "), tone: "quiet" };
	return { text: `${sayDifferences(verdict.differences)} · Run sends them as they are`, tone: "error" };
}
