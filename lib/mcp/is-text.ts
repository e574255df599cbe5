/** Control characters that text has: tab, line feed, form feed, carriage return, escape. */
const inText: ReadonlySet<number> = new Set([0x09, 0x0a, 0x0c, 0x0d, 0x1b]);

/** Whether bytes are UTF-8 that a person could read. */
export function isText(bytes: Uint8Array): boolean {
	for (let at = 0; at < bytes.length; ) {
		const byte = bytes[at] ?? 0;
		if (byte < 0x80) {
			if ((byte < 0x20 && !inText.has(byte)) || byte === 0x7f) return false;
			at++;
			continue;
		}
		const more = byte >= 0xc2 && byte <= 0xdf ? 1 : byte >= 0xe0 && byte <= 0xef ? 2 : byte >= 0xf0 && byte <= 0xf4 ? 3 : 0;
		if (more === 0 || at + more >= bytes.length) return false;
		for (let next = 1; next <= more; next++) if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return false;
		const second = bytes[at + 1] ?? 0;
		// too long a form, half of a surrogate pair, beyond the last character
		if ((byte === 0xe0 && second < 0xa0) || (byte === 0xed && second > 0x9f) || (byte === 0xf0 && second < 0x90) || (byte === 0xf4 && second > 0x8f))
			return false;
		at += more + 1;
	}
	return true;
}
