import { crc32 as nativeCrc32 } from "node:zlib";

/** Below this the way into native code costs more than the sum itself. */
const NATIVE_FROM = 1_024;

// four tables, so that four bytes are taken at a time
const [t0, t1, t2, t3] = makeTables();

/** CRC-32 (ISO 3309) of `bytes` from `from` up to `to`. */
export function crc32(bytes: Buffer, from: number, to: number): number {
	if (to - from >= NATIVE_FROM) return nativeCrc32(bytes.subarray(from, to));
	let sum = ~0;
	let at = from;
	for (; at + 4 <= to; at += 4) {
		const word = sum ^ ((bytes[at] as number) | ((bytes[at + 1] as number) << 8) | ((bytes[at + 2] as number) << 16) | ((bytes[at + 3] as number) << 24));
		sum = (t3[word & 0xff] as number) ^ (t2[(word >>> 8) & 0xff] as number) ^ (t1[(word >>> 16) & 0xff] as number) ^ (t0[word >>> 24] as number);
	}
	for (; at < to; at++) sum = (t0[(sum ^ (bytes[at] as number)) & 0xff] as number) ^ (sum >>> 8);
	return ~sum >>> 0;
}

function makeTables(): [Int32Array, Int32Array, Int32Array, Int32Array] {
	const tables: [Int32Array, Int32Array, Int32Array, Int32Array] = [new Int32Array(256), new Int32Array(256), new Int32Array(256), new Int32Array(256)];
	for (let byte = 0; byte < 256; byte++) {
		let value = byte;
		for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
		tables[0][byte] = value;
	}
	for (let table = 1; table < 4; table++)
		for (let byte = 0; byte < 256; byte++) {
			const before = tables[table - 1]?.[byte] ?? 0;
			(tables[table] as Int32Array)[byte] = (before >>> 8) ^ (tables[0][before & 0xff] as number);
		}
	return tables;
}
