/** A growing list of ascending numbers without an object per number. */
export class RowList {
	#values = new Uint32Array(256);
	length = 0;

	/** The number at `index`, or -1. */
	at(index: number): number {
		return index >= 0 && index < this.length ? (this.#values[index] ?? -1) : -1;
	}

	push(value: number): void {
		this.#reserve(this.length + 1);
		this.#values[this.length++] = value;
	}

	/** Index of the first number that is at least `value`; `length` if none. */
	indexFrom(value: number): number {
		let low = 0;
		let high = this.length;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if ((this.#values[middle] ?? 0) < value) low = middle + 1;
			else high = middle;
		}
		return low;
	}

	has(value: number): boolean {
		return this.at(this.indexFrom(value)) === value;
	}

	/** Adds and removes many at once, each list ascending, in one pass over what lies behind the first change. */
	change(added: readonly number[], removed: ReadonlySet<number>): void {
		const lowest = Math.min(added[0] ?? Number.POSITIVE_INFINITY, ...removed);
		if (lowest === Number.POSITIVE_INFINITY) return;
		const from = this.indexFrom(lowest);
		const tail = this.#values.slice(from, this.length);
		this.length = from;
		let next = 0;
		for (const value of tail) {
			for (; next < added.length && (added[next] ?? 0) < value; next++) this.push(added[next] ?? 0);
			if (added[next] === value) next++;
			if (!removed.has(value)) this.push(value);
		}
		for (; next < added.length; next++) this.push(added[next] ?? 0);
	}

	#reserve(needed: number): void {
		if (needed <= this.#values.length) return;
		const grown = new Uint32Array(Math.max(needed, Math.ceil(this.#values.length * 1.5)));
		grown.set(this.#values);
		this.#values = grown;
	}
}
