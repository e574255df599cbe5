import { compactJson } from "./format-json.ts";
import type { JsonValue } from "./json-value.ts";

const VALUE_CHARACTERS = 60;
const VALUES = 5;

/** One value in a sentence: plain words without quotes, anything else as JSON, cut where it gets long. */
export function sayValue(value: JsonValue): string {
	const text = value.kind === "string" && /^[\w./:-]+$/.test(value.value) ? value.value : compactJson(value);
	return text.length > VALUE_CHARACTERS ? `${text.slice(0, VALUE_CHARACTERS - 1)}…` : text;
}

/** "a", "a and b", "a, b, c, d, e and 3 more" */
export function sayValues(values: readonly JsonValue[], last = "and"): string {
	const shown = values.slice(0, VALUES).map(sayValue);
	if (values.length > VALUES) return `${shown.join(", ")} and ${values.length - VALUES} more`;
	return sayList(shown, last);
}

export function sayList(words: readonly string[], last: string): string {
	return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
}
