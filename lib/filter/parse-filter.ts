import { type Direction, directions, type EntryKind, entryKinds, type Status, statuses } from "../protocol/entry.ts";

/** One condition. The values of a term are alternatives; an empty list (a value nobody knows) matches nothing. */
export type FilterTerm =
	| { field: "kind"; values: readonly EntryKind[]; negate: boolean }
	| { field: "dir"; values: readonly Direction[]; negate: boolean }
	| { field: "status"; values: readonly Status[]; negate: boolean }
	/** lower case, matched anywhere in the method */
	| { field: "method"; values: readonly string[]; negate: boolean }
	| { field: "id" | "text"; value: string; negate: boolean };

/** What a filter box says, as terms that must all hold. */
export type Filter = readonly FilterTerm[];

const kindAliases: Readonly<Record<string, readonly EntryKind[]>> = { call: ["request"], frame: ["request", "answer", "notification", "batch"] };

/** One word: optional `-`, optional `key:`, then a quoted or bare value. A quote that is never closed reaches to the end. */
const word = /(-?)(?:([a-z]+):)?(?:"([^"]*)(?:"|$)|(\S*))/giy;

/**
 * Reads a filter box: `tools/call -method:ping kind:stderr,noise "two words"`. Never fails: an unknown key is free text, a value may be
 * the beginning of a known one (`kind:not`), and a key without a value (being typed) says nothing.
 */
export function parseFilter(text: string): Filter {
	const terms: FilterTerm[] = [];
	let at = 0;
	while (at < text.length) {
		if (/\s/.test(text.charAt(at))) {
			at++;
			continue;
		}
		word.lastIndex = at;
		const [whole = "", minus = "", key = "", quoted, bare = ""] = word.exec(text) ?? [];
		if (whole === "") break;
		at += whole.length;
		const term =
			readTerm(key.toLowerCase(), quoted ?? bare, minus === "-") ??
			(quoted === undefined && isLoneSign(whole) ? { field: "text", value: whole, negate: false } : undefined);
		if (term) terms.push(term);
	}
	return terms;
}

const isLoneSign = (whole: string): boolean => whole === "-";

function readTerm(key: string, value: string, negate: boolean): FilterTerm | undefined {
	switch (key) {
		case "kind":
			return value === "" ? undefined : { field: "kind", values: alternatives(value, entryKinds, kindAliases), negate };
		case "dir":
			return value === "" ? undefined : { field: "dir", values: alternatives(value, directions), negate };
		case "status":
			return value === "" ? undefined : { field: "status", values: alternatives(value, statuses), negate };
		case "method":
			return value === "" ? undefined : { field: "method", values: listOf(value), negate };
		case "id":
			return value === "" ? undefined : { field: "id", value, negate };
		default: {
			const text = key === "" ? value : `${key}:${value}`;
			return text === "" ? undefined : { field: "text", value: text, negate };
		}
	}
}

const listOf = (value: string): string[] =>
	value
		.toLowerCase()
		.split(",")
		.filter((part) => part !== "");

/** The known names that `value` lists, each written out or begun. */
function alternatives<Name extends string>(value: string, names: readonly Name[], aliases: Readonly<Record<string, readonly Name[]>> = {}): readonly Name[] {
	const found = listOf(value).flatMap((part) => {
		const exact = aliases[part] ?? names.filter((name) => name === part);
		return exact.length > 0 ? exact : names.filter((name) => name.startsWith(part));
	});
	return [...new Set(found)];
}
