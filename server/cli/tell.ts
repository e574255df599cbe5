import pc from "picocolors";
import type { ProblemData } from "../../lib/protocol/problem.ts";
import { escapeTerminal } from "./escape-terminal.ts";

const colours = pc.createColors(Boolean(process.stderr.isTTY) && !process.env.NO_COLOR);
type Tone = "plain" | "dim" | "good" | "warn" | "bad" | "strong";
const paint: Record<Tone, (text: string) => string> = {
	plain: (text) => text,
	dim: colours.dim,
	good: colours.green,
	warn: colours.yellow,
	bad: colours.red,
	strong: colours.bold,
};

/** Writes one line for people, on stderr: stdout belongs to `--json`. Control characters in it are shown, not obeyed. */
export function tell(text: string, tone: Tone = "plain"): void {
	process.stderr.write(
		`${text
			.split("\n")
			.map((line) => paint[tone](escapeTerminal(line)))
			.join("\n")}\n`,
	);
}

/** A fact under a heading: its name in a column, its value beside it. */
export function tellFact(name: string, value: string): void {
	process.stderr.write(`  ${colours.dim(name.padEnd(9))} ${escapeTerminal(value)}\n`);
}

export function tellProblem(problem: Pick<ProblemData, "message" | "hint">): void {
	tell(problem.message, "bad");
	if (problem.hint) tell(problem.hint);
}
