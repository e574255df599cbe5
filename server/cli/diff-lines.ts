import pc from "picocolors";
import { type Change, type Severity, severities } from "../../lib/mcp/change.ts";
import { escapeTerminal } from "./escape-terminal.ts";

const NAME_CHARACTERS = 120;
const says: Readonly<Record<Change["kind"], string>> = {
	server: "server",
	tool: "tool",
	resource: "resource",
	template: "resource template",
	prompt: "prompt",
};

export const countChanges = (changes: readonly Change[]): Record<Severity, number> => {
	const count = (severity: Severity) => changes.filter((change) => change.severity === severity).length;
	return { breaking: count("breaking"), warning: count("warning"), info: count("info") };
};

/** Changes for people: each item under its name, the worst item first, and how many there are of what. */
export function diffLines(changes: readonly Change[], coloured: boolean): string {
	if (changes.length === 0) return "No changes.\n";
	const colours = pc.createColors(coloured);
	const paint: Record<Severity, (text: string) => string> = { breaking: colours.red, warning: colours.yellow, info: colours.blue };
	const items = new Map<string, Change[]>();
	for (const change of changes) {
		const key = `${change.kind} ${change.name}`;
		items.set(key, [...(items.get(key) ?? []), change]);
	}
	const blocks = [...items.values()].map((item) => {
		const name = item[0] ? `${says[item[0].kind]} ${shorten(item[0].name)}` : "";
		const lines = item.map(({ severity, text }) => `  ${paint[severity](severity.padEnd(8))}  ${escapeTerminal(text)}`);
		return [colours.bold(escapeTerminal(name)), ...lines].join("\n");
	});
	const counts = countChanges(changes);
	const total = severities.map((severity) => `${counts[severity]} ${severity}`).join(", ");
	return `${[...blocks, total].join("\n\n")}\n`;
}

const shorten = (name: string): string => (name.length > NAME_CHARACTERS ? `${name.slice(0, NAME_CHARACTERS - 1)}…` : name);
