/** A map whose keys are pairs of objects, by identity. */
export class PairMap<Key, Value> {
	readonly #rows = new Map<Key, Map<Key, Value>>();

	get(one: Key, other: Key): Value | undefined {
		return this.#rows.get(one)?.get(other);
	}

	set(one: Key, other: Key, value: Value): void {
		const row = this.#rows.get(one);
		if (row) row.set(other, value);
		else this.#rows.set(one, new Map([[other, value]]));
	}
}
