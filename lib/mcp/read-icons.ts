import { itemsOf, type JsonValue, member, textOf } from "./json-value.ts";

export type Icons = {
	/** address of the first icon that is in the answer itself: others would have to be fetched */
	readonly inline: string | undefined;
	/** icons that are only named by an address */
	readonly remote: readonly string[];
};

/** The icons of a tool, resource, template or prompt. */
export function readIcons(value: JsonValue): Icons {
	const sources = itemsOf(member(value, "icons")).flatMap((icon) => textOf(member(icon, "src")) ?? []);
	return { inline: sources.find(isInline), remote: sources.filter((src) => !isInline(src)) };
}

const isInline = (src: string): boolean => /^data:image\/[\w.+-]+[;,]/i.test(src) && src.length < 500_000;
