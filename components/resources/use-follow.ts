import { createStore } from "@/lib/client/create-store.ts";
import { useStore } from "@/lib/client/use-store.ts";

/** Subscribed resources that a person does not want to have read on each update, as long as this tab lives. */
const unfollowed = createStore<ReadonlySet<string>>(new Set());

/** Whether a subscribed resource is read at once when it was updated; it is until someone says no. */
export function useFollow(sessionId: string, uri: string | undefined): readonly [follows: boolean, setFollows: (follows: boolean) => void] {
	const key = `${sessionId} ${uri ?? ""}`;
	const follows = useStore(unfollowed, (keys) => !keys.has(key));
	const setFollows = (next: boolean) => unfollowed.update((keys) => new Set(next ? [...keys].filter((each) => each !== key) : [...keys, key]));
	return [follows, setFollows];
}
