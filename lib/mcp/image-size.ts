export type ImageSize = { readonly width: number; readonly height: number };

/** More pixels than this are decoded only when asked for: a small file can claim a gigabyte of them. */
export const PIXEL_LIMIT = 25_000_000;

/** Width and height as the file itself declares them, read without decoding; undefined where the format or the bytes do not say. */
export function imageSize(bytes: Uint8Array, type: string): ImageSize | undefined {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	try {
		return readers[type]?.(view);
	} catch (error) {
		if (error instanceof RangeError) return undefined;
		throw error;
	}
}

const readers: Readonly<Record<string, (view: DataView) => ImageSize | undefined>> = {
	"image/png": (view) => ({ width: view.getUint32(16), height: view.getUint32(20) }),
	"image/gif": (view) => ({ width: view.getUint16(6, true), height: view.getUint16(8, true) }),
	"image/bmp": (view) => ({ width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) }),
	"image/webp": webpSize,
	"image/jpeg": jpegSize,
};

function webpSize(view: DataView): ImageSize | undefined {
	const chunk = view.getUint32(12);
	if (chunk === 0x56503858) return { width: 1 + (view.getUint32(24, true) & 0xffffff), height: 1 + (view.getUint32(27, true) & 0xffffff) };
	if (chunk === 0x5650384c) {
		const bits = view.getUint32(21, true);
		return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >> 14) & 0x3fff) };
	}
	return chunk === 0x56503820 ? { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff } : undefined;
}

/** Walks the segments to the frame header. */
function jpegSize(view: DataView): ImageSize | undefined {
	for (let at = 2; at < view.byteLength; ) {
		if (view.getUint8(at) !== 0xff) return undefined;
		const marker = view.getUint8(at + 1);
		if (marker === 0xff) {
			at++;
			continue;
		}
		const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
		if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
		at += 2 + Math.max(2, view.getUint16(at + 2));
	}
	return undefined;
}
