/** What a change does to those who use the server, the worst first. */
export const severities = ["breaking", "warning", "info"] as const;
export type Severity = (typeof severities)[number];

export const changeKinds = ["server", "tool", "resource", "template", "prompt"] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** One difference between two interfaces, by its meaning. */
export type Change = {
	readonly severity: Severity;
	readonly kind: ChangeKind;
	/** name of the tool or prompt, uri of the resource, template; the server's own name */
	readonly name: string;
	/** which part of the item changed */
	readonly part: "itself" | "input" | "output" | "argument" | "annotations" | "capabilities";
	/** JSON pointer inside the item, as if references and allOf in a schema stood written out */
	readonly path: string;
	/** one short sentence without a full stop: "limit accepts at most 50, was 100" */
	readonly text: string;
};

export const rankOf = (severity: Severity): number => severities.indexOf(severity);

/** The worst of some severities; undefined of none. */
export function worstOf(some: readonly Severity[]): Severity | undefined {
	return severities.find((severity) => some.includes(severity));
}

/** The same changes, breaking ones first. */
export function rankChanges<Ranked extends { readonly severity: Severity }>(changes: readonly Ranked[]): Ranked[] {
	return [...changes].sort((one, other) => rankOf(one.severity) - rankOf(other.severity));
}
