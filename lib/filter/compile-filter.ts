import type { TextTerm } from "../protocol/api.ts";
import { directions, entryKinds, METHOD_LIMIT, statuses } from "../protocol/entry.ts";
import type { Filter } from "./parse-filter.ts";

/** Judges an entry by its codes. */
export type ColumnMatcher = (kind: number, direction: number, status: number, method: number) => boolean;

/** A filter ready to run: over columns here, over text in the bridge. `onStatus` says that a later change of status can change the verdict. */
export type CompiledFilter = { matches: ColumnMatcher; onStatus: boolean; text: readonly TextTerm[] };

const textLimit = 1_000;
const termLimit = 20;

/** Turns names into tables of codes once, so that judging a million entries looks up numbers only. `methodName` reads the stream's dictionary. */
export function compileFilter(filter: Filter, methodName: (index: number) => string): CompiledFilter {
	const kinds = new Uint8Array(entryKinds.length).fill(1);
	const ways = new Uint8Array(directions.length).fill(1);
	const states = new Uint8Array(statuses.length).fill(1);
	const narrow = (table: Uint8Array, names: readonly string[], values: readonly string[], negate: boolean): void =>
		names.forEach((name, code) => {
			if (values.includes(name) === negate) table[code] = 0;
		});
	const methodTerms: { values: readonly string[]; negate: boolean }[] = [];
	const text: TextTerm[] = [];
	let onStatus = false;
	for (const term of filter) {
		if (term.field === "kind") narrow(kinds, entryKinds, term.values, term.negate);
		else if (term.field === "dir") narrow(ways, directions, term.values, term.negate);
		else if (term.field === "status") {
			narrow(states, statuses, term.values, term.negate);
			onStatus = true;
		} else if (term.field === "method") methodTerms.push(term);
		else if (text.length < termLimit) text.push({ field: term.field, value: term.value.slice(0, textLimit), negate: term.negate });
	}
	/** 0 unknown, 1 yes, 2 no */
	const methods = new Uint8Array(methodTerms.length === 0 ? 0 : METHOD_LIMIT + 1);
	const judgeMethod = (index: number): boolean => {
		const name = methodName(index).toLowerCase();
		const fits = methodTerms.every(({ values, negate }) => values.some((value) => name.includes(value)) !== negate);
		methods[index] = fits ? 1 : 2;
		return fits;
	};
	const fitsMethod = (index: number): boolean => methodTerms.length === 0 || (methods[index] ? methods[index] === 1 : judgeMethod(index));
	return {
		matches: (kind, direction, status, method) => kinds[kind] === 1 && ways[direction] === 1 && states[status] === 1 && fitsMethod(method),
		onStatus,
		text,
	};
}
