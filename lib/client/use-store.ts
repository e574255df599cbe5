import { useSyncExternalStore } from "react";
import type { Store } from "./create-store.ts";

const same = <T, S>(value: T): S => value as unknown as S;

/** The value of a store, or what `select` takes from it. `select` must return the same object for the same value, never a fresh one. */
export function useStore<T, S = T>(store: Pick<Store<T>, "get" | "subscribe">, select: (value: T) => S = same): S {
	const read = () => select(store.get());
	return useSyncExternalStore(store.subscribe, read, read);
}
