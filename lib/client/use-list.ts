import { type UseQueryResult, useQueries } from "@tanstack/react-query";
import { useCallback } from "react";
import { type ListItem, type ListPage, readListPage, toListItems } from "../mcp/read-list-page.ts";
import type { ListName, ListState, Session } from "../protocol/session.ts";
import { readRaw } from "./call-bridge.ts";

export type List = {
	readonly items: readonly ListItem[];
	readonly state: ListState["state"];
	/** why it is `stopped` or `failed`, or what is wrong with a page */
	readonly message: string | undefined;
	/** the items are an earlier answer: the list is being fetched anew, or there is no server to ask */
	readonly stale: boolean;
	/** pages are on their way from the bridge or from the server */
	readonly loading: boolean;
	/** seq of each page's answer */
	readonly pages: readonly number[];
};

const nothing: readonly ListItem[] = [];
const absent: ListState = { state: "absent", version: 0, run: 0, pages: [] };

/** The newest list that was read in full, by session and name: what stays in view while there is no better one. */
const lastGood = new Map<string, { version: number; run: number; items: readonly ListItem[] }>();
/** One array of items for the same pages, whoever asks. */
const readLists = new Map<string, { of: readonly ListPage[]; items: readonly ListItem[] }>();

/** A list of the session's server, read from the answers in the capture; its pages appear as they come. */
export function useList(session: Session | undefined, name: ListName): List {
	const state = session?.lists[name] ?? absent;
	const key = `${session?.id ?? ""} ${name}`;
	const combine = useCallback((results: UseQueryResult<ListPage>[]) => gather(key, name, results), [key, name]);
	const read = useQueries({
		queries: state.pages.map((seq) => ({
			queryKey: ["list-page", session?.id, name, seq],
			queryFn: async ({ signal }: { signal: AbortSignal }) =>
				readListPage(new TextDecoder().decode((await readRaw(seq, undefined, undefined, { signal })).bytes), name),
			staleTime: Number.POSITIVE_INFINITY,
			gcTime: Number.POSITIVE_INFINITY,
		})),
		combine,
	});
	const isWhole = state.state === "complete" && !read.loading;
	if (isWhole && session) lastGood.set(key, { version: state.version, run: state.run, items: read.items });
	const earlier = lastGood.get(key);
	const isOld = !isWhole && earlier !== undefined && (read.items.length < earlier.items.length || state.state !== "stopped");
	return {
		items: isOld ? earlier.items : read.items,
		state: state.state,
		message: state.message ?? read.fault,
		stale: isOld || (session !== undefined && session.state !== "connected" && read.items.length > 0),
		loading: state.state === "loading" || read.loading,
		pages: state.pages,
	};
}

function gather(
	key: string,
	name: ListName,
	results: readonly UseQueryResult<ListPage>[],
): { items: readonly ListItem[]; loading: boolean; fault: string | undefined } {
	const pages: ListPage[] = [];
	let loading = false;
	let fault: string | undefined;
	for (const { data, error, isPending } of results) {
		if (isPending) {
			loading = true;
			break;
		}
		const page: ListPage = data ?? { fault: error instanceof Error ? error.message : "A page of the list could not be read." };
		pages.push(page);
		fault ??= page.fault;
	}
	const known = readLists.get(key);
	if (known && known.of.length === pages.length && known.of.every((page, at) => page === pages[at])) return { items: known.items, loading, fault };
	const items =
		pages.length === 0
			? nothing
			: toListItems(
					pages.map(({ entities }) => entities ?? []),
					name,
				);
	readLists.set(key, { of: pages, items });
	return { items, loading, fault };
}
