/** One number of each entry, by kind of number. 29 bytes an entry; growing by half leaves at most 44. */
const shapes = {
	/** milliseconds since the Unix epoch */
	at: Float64Array,
	kind: Uint8Array,
	direction: Uint8Array,
	status: Uint8Array,
	method: Uint16Array,
	session: Uint16Array,
	run: Uint16Array,
	bytes: Uint32Array,
	pair: Uint32Array,
	/** milliseconds from a request to its end; NaN while it has none */
	durationMs: Float32Array,
} as const;

export type EntryColumns = { -readonly [Name in keyof typeof shapes]: InstanceType<(typeof shapes)[Name]> };

/** Empty columns with room for `capacity` entries. */
export function createColumns(capacity: number): EntryColumns {
	return {
		at: new shapes.at(capacity),
		kind: new shapes.kind(capacity),
		direction: new shapes.direction(capacity),
		status: new shapes.status(capacity),
		method: new shapes.method(capacity),
		session: new shapes.session(capacity),
		run: new shapes.run(capacity),
		bytes: new shapes.bytes(capacity),
		pair: new shapes.pair(capacity),
		durationMs: new shapes.durationMs(capacity),
	};
}

/** The same entries in columns with room for at least `needed`. */
export function growColumns(columns: EntryColumns, needed: number): EntryColumns {
	if (needed <= columns.at.length) return columns;
	const grown = createColumns(Math.max(needed, Math.ceil(columns.at.length * 1.5)));
	for (const name of Object.keys(shapes) as (keyof EntryColumns)[]) grown[name].set(columns[name]);
	return grown;
}
