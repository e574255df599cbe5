import { isText } from "./is-text.ts";
import { isSniffable, type MediaKind, plainType, sameType, sniffType } from "./sniff-type.ts";

/** What content is, read from itself; the server's word for it is only compared. */
export type FoundContent = {
	readonly kind: MediaKind | "json" | "text" | "bytes";
	/** the type that it was found to be; undefined for bytes of no known type */
	readonly type: string | undefined;
	/** how that differs from the claimed type, as a sentence */
	readonly differs: string | undefined;
};

/** Longer text is not parsed to find out whether it is JSON. */
const PARSED_LENGTH = 5_000_000;

/** What text is. */
export function describeText(text: string, claimed: string | undefined): FoundContent {
	const isJson = looksLikeJson(text);
	const plain = claimed === undefined ? "" : plainType(claimed);
	const says = (fact: string): string => `The server calls it ${claimed}; ${fact}.`;
	const differs = /^(image\/(?!svg\+xml)|audio\/|video\/|font\/|application\/pdf$)/.test(plain)
		? says("it came as text")
		: isJsonType(plain) && !isJson && text.length <= PARSED_LENGTH
			? says("it is not JSON")
			: undefined;
	return { kind: isJson ? "json" : "text", type: isJson ? "application/json" : "text/plain", differs };
}

/** What bytes are. */
export function describeBytes(bytes: Uint8Array, claimed: string | undefined): FoundContent {
	const media = sniffType(bytes);
	if (media)
		return {
			...media,
			differs: claimed === undefined || sameType(claimed, media.type) ? undefined : `The server calls it ${claimed}; the bytes are ${media.type}.`,
		};
	const readable = bytes.length > 0 && isText(bytes);
	const differs =
		claimed !== undefined && isSniffable(claimed) ? `The server calls it ${claimed}; the bytes are ${readable ? "text" : "something else"}.` : undefined;
	return readable ? { kind: "text", type: "text/plain", differs } : { kind: "bytes", type: undefined, differs };
}

const isJsonType = (plain: string): boolean => plain === "application/json" || plain === "text/json" || plain.endsWith("+json");

function looksLikeJson(text: string): boolean {
	if (text.length > PARSED_LENGTH || !/^\s*[[{]/.test(text)) return false;
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}
