import { visibleText } from "./visible-text.ts";

const isContinuation = (byte: number | undefined): boolean => byte !== undefined && (byte & 0xc0) === 0x80;

/** Bytes that a row of text may need behind its end, for a character that begins in it. */
export const CHARACTER_TAIL = 3;

/**
 * The text of a row that owns the first `length` of `bytes`; `bytes` should go on for 3 more where there are more. A character belongs to
 * the row that it begins in, so a row is drawn without those before it: bytes at its start that continue a character are left out.
 */
export function textRow(bytes: Uint8Array, length: number, isFirst: boolean, decode: (bytes: Uint8Array) => string): string {
	let start = 0;
	if (!isFirst) while (start < CHARACTER_TAIL && isContinuation(bytes[start])) start++;
	let end = Math.min(length, bytes.length);
	while (end < length + CHARACTER_TAIL && isContinuation(bytes[end])) end++;
	return visibleText(decode(bytes.subarray(start, Math.max(start, end))));
}

/** A row of bytes as `e9 ff 41` and, beside it, what of them is printable ASCII. */
export function hexRow(bytes: Uint8Array): { hex: string; ascii: string } {
	const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(" ");
	const ascii = Array.from(bytes, (byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : "·")).join("");
	return { hex, ascii };
}
