export type MediaKind = "image" | "audio" | "pdf";
export type SniffedType = { readonly type: string; readonly kind: MediaKind };

const ascii = (bytes: Uint8Array, at: number, text: string): boolean => [...text].every((char, offset) => bytes[at + offset] === char.charCodeAt(0));
const starts = (bytes: Uint8Array, ...expected: readonly number[]): boolean => expected.every((byte, at) => bytes[at] === byte);

/** The types that the page may give to a blob, each with how it is known from its bytes. Nothing else is ever shown as media. */
const known: readonly (SniffedType & { readonly is: (bytes: Uint8Array) => boolean })[] = [
	{ type: "image/png", kind: "image", is: (bytes) => starts(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) },
	{ type: "image/jpeg", kind: "image", is: (bytes) => starts(bytes, 0xff, 0xd8, 0xff) },
	{ type: "image/gif", kind: "image", is: (bytes) => ascii(bytes, 0, "GIF87a") || ascii(bytes, 0, "GIF89a") },
	{ type: "image/webp", kind: "image", is: (bytes) => ascii(bytes, 0, "RIFF") && ascii(bytes, 8, "WEBP") },
	{ type: "image/avif", kind: "image", is: (bytes) => ascii(bytes, 4, "ftypavif") || ascii(bytes, 4, "ftypavis") },
	{ type: "image/bmp", kind: "image", is: (bytes) => ascii(bytes, 0, "BM") && starts(bytes.subarray(6), 0, 0, 0, 0) },
	{ type: "application/pdf", kind: "pdf", is: (bytes) => ascii(bytes, 0, "%PDF-") },
	// inside <img> an SVG runs no script and loads nothing
	{ type: "image/svg+xml", kind: "image", is: isSvg },
	{ type: "audio/wav", kind: "audio", is: (bytes) => ascii(bytes, 0, "RIFF") && ascii(bytes, 8, "WAVE") },
	{ type: "audio/mpeg", kind: "audio", is: (bytes) => ascii(bytes, 0, "ID3") || (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe6) === 0xe2) },
	{ type: "audio/ogg", kind: "audio", is: (bytes) => ascii(bytes, 0, "OggS") },
	{ type: "audio/flac", kind: "audio", is: (bytes) => ascii(bytes, 0, "fLaC") },
	{ type: "audio/mp4", kind: "audio", is: (bytes) => ascii(bytes, 4, "ftypM4A") || ascii(bytes, 4, "ftypisom") || ascii(bytes, 4, "ftypmp42") },
	{ type: "audio/webm", kind: "audio", is: (bytes) => starts(bytes, 0x1a, 0x45, 0xdf, 0xa3) },
	{ type: "audio/aac", kind: "audio", is: (bytes) => bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xf6) === 0xf0 },
];

function isSvg(bytes: Uint8Array): boolean {
	let head = String.fromCharCode(...bytes.subarray(0, 1_024))
		.replace(/^\u00ef\u00bb\u00bf/, "")
		.trimStart();
	// one prologue after the other: one expression for all of them would backtrack without end on a file of comments
	for (const [opens, closes] of prologues) {
		while (head.toLowerCase().startsWith(opens)) {
			const end = head.indexOf(closes);
			if (end < 0) return false;
			head = head.slice(end + closes.length).trimStart();
		}
	}
	return /^<svg[\s>]/i.test(head);
}

const prologues = [
	["<?xml", "?>"],
	["<!--", "-->"],
	["<!doctype svg", ">"],
	["<!--", "-->"],
] as const;

/** What bytes are, whatever the server calls them; undefined for all that the page does not show as media. */
export function sniffType(bytes: Uint8Array): SniffedType | undefined {
	const found = known.find(({ is }) => is(bytes));
	return found && { type: found.type, kind: found.kind };
}

/** Whether a claimed type says the same as the sniffed one, parameters and common aliases aside. */
export function sameType(claimed: string, sniffed: string): boolean {
	const plain = plainType(claimed);
	return (aliases.get(plain) ?? plain) === sniffed;
}

/** Whether bytes of a claimed type would be known by `sniffType`: what is not known then is something else. */
export function isSniffable(claimed: string): boolean {
	const plain = plainType(claimed);
	return known.some(({ type }) => type === (aliases.get(plain) ?? plain));
}

/** A type without parameters, in lower case. */
export const plainType = (claimed: string): string => claimed.split(";")[0]?.trim().toLowerCase() ?? "";

const aliases: ReadonlyMap<string, string> = new Map([
	["image/jpg", "image/jpeg"],
	["audio/x-wav", "audio/wav"],
	["audio/wave", "audio/wav"],
	["audio/vnd.wave", "audio/wav"],
	["audio/mp3", "audio/mpeg"],
	["audio/x-m4a", "audio/mp4"],
	["audio/m4a", "audio/mp4"],
	["audio/x-flac", "audio/flac"],
	["application/ogg", "audio/ogg"],
	["image/x-ms-bmp", "image/bmp"],
]);
