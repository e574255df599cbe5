/** Fetches the bytes `from` … `to` (excluded) of a body. */
export type FetchBytes = (from: number, to: number) => Promise<Uint8Array>;

/** A body read in pieces, those in view only. */
export type ByteSource = {
	total: number;
	/** the bytes `from` … `to` if they are in hand */
	read(from: number, to: number): Uint8Array | undefined;
	want(from: number, to: number): void;
	/** grows when bytes came */
	get(): number;
	subscribe(listener: () => void): () => void;
};

const block = 65_536;
const keptBlocks = 64;

/** Makes a source over a body of `total` bytes; the 4 MiB used last are kept. */
export function createByteSource(total: number, fetchBytes: FetchBytes): ByteSource {
	const blocks = new Map<number, Uint8Array>();
	const asked = new Set<number>();
	const listeners = new Set<() => void>();
	let version = 0;
	const load = async (index: number): Promise<void> => {
		asked.add(index);
		try {
			blocks.set(index, await fetchBytes(index * block, Math.min(total, (index + 1) * block)));
			for (const oldest of blocks.keys()) {
				if (blocks.size <= keptBlocks) break;
				blocks.delete(oldest);
			}
		} catch {
			// rows stay empty and are asked for again with the next scroll; the page's connection strip says why
		}
		asked.delete(index);
		version++;
		for (const listener of [...listeners]) listener();
	};
	return {
		total,
		read(from, to) {
			const first = Math.floor(from / block);
			const last = Math.floor(Math.max(from, to - 1) / block);
			const head = blocks.get(first);
			if (!head) return undefined;
			if (first === last) return head.subarray(from - first * block, to - first * block);
			const tail = blocks.get(last);
			if (!tail) return undefined;
			const joined = new Uint8Array(to - from);
			joined.set(head.subarray(from - first * block));
			joined.set(tail.subarray(0, to - last * block), last * block - from);
			return joined;
		},
		want(from, to) {
			for (let index = Math.floor(from / block); index * block < Math.min(to, total); index++) if (!blocks.has(index) && !asked.has(index)) void load(index);
		},
		get: () => version,
		subscribe(listener) {
			listeners.add(listener);
			return () => void listeners.delete(listener);
		},
	};
}

/** A source over bytes that are all in hand. */
export const bytesInHand = (bytes: Uint8Array): ByteSource => ({
	total: bytes.length,
	read: (from, to) => bytes.subarray(from, to),
	want: () => undefined,
	get: () => 0,
	subscribe: () => () => undefined,
});
