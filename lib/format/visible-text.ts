// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is replaced
const hidden = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Text as it can be looked at: control characters become their pictures (␛), and what turns the text around a dot. Its length stays. */
export function visibleText(text: string): string {
	return text.replace(hidden, (character) => {
		const code = character.charCodeAt(0);
		if (code < 0x20) return String.fromCharCode(0x2400 + code);
		return code === 0x7f ? "\u2421" : "·";
	});
}
