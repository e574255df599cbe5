import { crc32, deflateSync } from "node:zlib";

const palette: readonly (readonly [number, number, number])[] = [
	[79, 124, 255],
	[38, 166, 120],
	[230, 148, 40],
	[205, 84, 140],
	[120, 104, 220],
];

/** Draws one bar per value, largest at full height, and answers a PNG (8-bit RGB). Values are at least 0. */
export function drawBarChart(values: readonly number[], width = 320, height = 160): Buffer {
	const largest = Math.max(1, ...values);
	const slot = width / Math.max(1, values.length);
	// each row of a PNG begins with the number of its filter, here always 0
	const rows = Buffer.alloc((width * 3 + 1) * height);
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) {
			const index = Math.min(values.length - 1, Math.floor(x / slot));
			const inBar = x - index * slot > slot * 0.15 && x - index * slot < slot * 0.85;
			const filled = inBar && height - y <= ((values[index] ?? 0) / largest) * (height - 12);
			const colour = filled ? (palette[index % palette.length] ?? [0, 0, 0]) : y === height - 1 ? [150, 155, 165] : [246, 247, 249];
			rows.set(colour, y * (width * 3 + 1) + 1 + x * 3);
		}
	}
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	header.set([8, 2, 0, 0, 0], 8);
	return Buffer.concat([
		Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
		pngChunk("IHDR", header),
		pngChunk("IDAT", deflateSync(rows)),
		pngChunk("IEND", Buffer.alloc(0)),
	]);
}

function pngChunk(name: string, body: Buffer): Buffer {
	const named = Buffer.concat([Buffer.from(name, "latin1"), body]);
	const framed = Buffer.alloc(named.length + 8);
	framed.writeUInt32BE(body.length, 0);
	named.copy(framed, 4);
	framed.writeUInt32BE(crc32(named), named.length + 4);
	return framed;
}
