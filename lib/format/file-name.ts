/** A name for a file of what stands at `uri`: its last part without what a file system refuses, at most 80 characters. */
export function fileName(uri: string, type: string | undefined): string {
	const path = uri.replace(/[?#].*$/s, "").replace(/\/+$/, "");
	const last = decode(path.slice(path.lastIndexOf("/") + 1))
		.replace(/[<>:"/\\|?*\p{Cc}\p{Cf}]/gu, "_")
		.replace(/^\.+/, "")
		.slice(-80);
	const name = last || "resource";
	const extension = type === undefined ? undefined : extensions[type];
	return extension === undefined || /\.[a-z\d]{1,8}$/i.test(name) ? name : `${name}.${extension}`;
}

function decode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		// not encoded, then
		return text;
	}
}

const extensions: Readonly<Record<string, string>> = {
	"application/json": "json",
	"application/pdf": "pdf",
	"audio/aac": "aac",
	"audio/flac": "flac",
	"audio/mp4": "m4a",
	"audio/mpeg": "mp3",
	"audio/ogg": "ogg",
	"audio/wav": "wav",
	"audio/webm": "weba",
	"image/avif": "avif",
	"image/bmp": "bmp",
	"image/gif": "gif",
	"image/jpeg": "jpg",
	"image/png": "png",
	"image/svg+xml": "svg",
	"image/webp": "webp",
	"text/plain": "txt",
};
