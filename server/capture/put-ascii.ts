/** Each writes ASCII into `block` from `at` on and answers the offset behind it. Made of bytes and not of strings: a string for each entry of a flood is what a collector would spend its time on. */

export const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const ZERO = 0x30;
/** `\u001f` */
export const LONGEST_ESCAPE = 6;

const hex = Buffer.from("0123456789abcdef");
/** The letter behind the backslash, for bytes that have one. */
const letters = new Uint8Array(128);
for (const [byte, letter] of [
	[QUOTE, '"'],
	[BACKSLASH, "\\"],
	[8, "b"],
	[9, "t"],
	[10, "n"],
	[12, "f"],
	[13, "r"],
] as const)
	letters[byte] = letter.charCodeAt(0);

/** A short text. */
export function putText(block: Buffer, at: number, text: string): number {
	let end = at;
	for (let i = 0; i < text.length; i++) block[end++] = text.charCodeAt(i);
	return end;
}

/** An integer of at least 0. */
export function putInteger(block: Buffer, at: number, value: number): number {
	let width = 1;
	for (let bound = 10; bound <= value; bound *= 10) width++;
	let left = value;
	for (let place = at + width - 1; place >= at; place--) {
		const rest = Math.floor(left / 10);
		block[place] = ZERO + (left - rest * 10);
		left = rest;
	}
	return at + width;
}

/** The ASCII bytes `from` … `to` (excluded) of `source` as they stand inside a JSON string. */
export function putEscaped(block: Buffer, at: number, source: Buffer, from: number, to: number): number {
	let end = at;
	for (let i = from; i < to; i++) {
		const byte = source[i] as number;
		if (byte >= 0x20 && byte !== QUOTE && byte !== BACKSLASH) {
			block[end++] = byte;
			continue;
		}
		block[end++] = BACKSLASH;
		const letter = letters[byte] as number;
		if (letter !== 0) block[end++] = letter;
		else {
			block[end++] = 0x75;
			block[end++] = ZERO;
			block[end++] = ZERO;
			block[end++] = hex[byte >> 4] as number;
			block[end++] = hex[byte & 0xf] as number;
		}
	}
	return end;
}
