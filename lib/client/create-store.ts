/** A value outside React that tells its listeners when it is replaced. `subscribe` returns its own undo. */
export type Store<T> = {
	get(): T;
	/** Replaces the value; listeners hear of it only if it is another one (`Object.is`). */
	set(next: T): void;
	update(change: (current: T) => T): void;
	subscribe(listener: () => void): () => void;
};

/** Makes a store that holds `initial`. */
export function createStore<T>(initial: T): Store<T> {
	let current = initial;
	const listeners = new Set<() => void>();
	const set = (next: T): void => {
		if (Object.is(current, next)) return;
		current = next;
		for (const listener of [...listeners]) listener();
	};
	return {
		get: () => current,
		set,
		update: (change) => set(change(current)),
		subscribe(listener) {
			listeners.add(listener);
			return () => void listeners.delete(listener);
		},
	};
}
