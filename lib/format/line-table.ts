/** `json` is re-indented; `deep` is a container too deep to open, as written; `text` is not JSON. */
export const lineKind = { json: 0, deep: 1, text: 2 } as const;
export type LineKind = (typeof lineKind)[keyof typeof lineKind];

export type LineTable = ReturnType<typeof createLineTable>;

/** The lines of a pretty-printed body as ranges of its bytes: 23 bytes a line, because ten megabytes make a million of them. */
export function createLineTable() {
	let starts = new Uint32Array(256);
	let ends = new Uint32Array(256);
	let depths = new Uint16Array(256);
	let kinds = new Uint8Array(256);
	let matches = new Uint32Array(256);
	let counts = new Uint32Array(256);
	let openers = new Uint32Array(256);
	let length = 0;
	const grow = (): void => {
		const room = Math.ceil(starts.length * 1.5);
		const widen = <Column extends Uint32Array | Uint16Array | Uint8Array>(column: Column, wide: Column): Column => {
			wide.set(column);
			return wide;
		};
		starts = widen(starts, new Uint32Array(room));
		ends = widen(ends, new Uint32Array(room));
		depths = widen(depths, new Uint16Array(room));
		kinds = widen(kinds, new Uint8Array(room));
		matches = widen(matches, new Uint32Array(room));
		counts = widen(counts, new Uint32Array(room));
		openers = widen(openers, new Uint32Array(room));
	};
	return {
		length: (): number => length,
		add(start: number, depth: number, kind: LineKind): number {
			if (length === starts.length) grow();
			starts[length] = start;
			ends[length] = start;
			depths[length] = depth;
			kinds[length] = kind;
			return length++;
		},
		setEnd: (line: number, end: number): void => {
			ends[line] = end;
		},
		setKind: (line: number, kind: LineKind): void => {
			kinds[line] = kind;
		},
		setMatch: (line: number, closer: number): void => {
			matches[line] = closer;
		},
		setOpener: (line: number, offset: number): void => {
			openers[line] = offset;
		},
		countChild: (line: number): void => {
			counts[line] = (counts[line] ?? 0) + 1;
		},
		start: (line: number): number => starts[line] ?? 0,
		end: (line: number): number => ends[line] ?? 0,
		depth: (line: number): number => depths[line] ?? 0,
		kind: (line: number): LineKind => (kinds[line] ?? 0) as LineKind,
		/** line of the closing bracket; 0 for a line that opens nothing, or nothing that is closed yet */
		match: (line: number): number => matches[line] ?? 0,
		/** how many members or items the container that the line opens has so far */
		count: (line: number): number => counts[line] ?? 0,
		/** offset of the bracket that the line opens */
		opener: (line: number): number => openers[line] ?? 0,
	};
}
