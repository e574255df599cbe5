import { canonicalJson } from "./canonical-json.ts";
import type { Alternative } from "./schema-alternatives.ts";

export type AlternativePairs = {
	readonly pairs: readonly (readonly [before: Alternative, after: Alternative])[];
	readonly gone: readonly Alternative[];
	readonly gained: readonly Alternative[];
};

/** Finds which alternative became which: those that read the same, then those with one label, then the rest in their order. */
export function pairAlternatives(before: readonly Alternative[], after: readonly Alternative[]): AlternativePairs {
	// nearly always; and the text of each whole schema need not be made
	if (before.length === 1 && after.length === 1 && before[0] && after[0]) return { pairs: [[before[0], after[0]]], gone: [], gained: [] };
	const pairs: (readonly [Alternative, Alternative])[] = [];
	let [gone, gained] = [before, after];
	for (const keyOf of [textOf, labelOf, () => ""]) {
		const open = new Map<string, Alternative[]>();
		for (const each of gained) {
			const key = keyOf(each);
			if (key !== undefined) open.set(key, [...(open.get(key) ?? []), each]);
		}
		const left: Alternative[] = [];
		const taken = new Set<Alternative>();
		for (const each of gone) {
			const key = keyOf(each);
			const partner = key === undefined ? undefined : open.get(key)?.shift();
			if (!partner) left.push(each);
			else {
				pairs.push([each, partner]);
				taken.add(partner);
			}
		}
		gone = left;
		gained = gained.filter((each) => !taken.has(each));
	}
	return { pairs, gone, gained };
}

const textOf = ({ schema }: Alternative): string => canonicalJson(schema);
const labelOf = ({ label }: Alternative): string | undefined => label;
