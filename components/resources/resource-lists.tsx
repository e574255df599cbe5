"use client";
import { type ReactNode, useState } from "react";
import { itemKey } from "@/components/explorer/item-key.ts";
import { ItemList } from "@/components/explorer/item-list.tsx";
import { ListNotes } from "@/components/explorer/list-notes.tsx";
import { ListPane } from "@/components/explorer/list-pane.tsx";
import { listWords } from "@/components/explorer/list-words.ts";
import { callBridge } from "@/lib/client/call-bridge.ts";
import { resourceReadParams, sendRequest } from "@/lib/client/run-call.ts";
import { useAction } from "@/lib/client/use-action.ts";
import type { List } from "@/lib/client/use-list.ts";
import { setUrlState } from "@/lib/client/use-url-state.ts";
import { formatCount } from "@/lib/format/format-bytes.ts";
import type { Resource } from "@/lib/mcp/read-resource.ts";
import { searchItems } from "@/lib/mcp/search-items.ts";
import type { Session } from "@/lib/protocol/session.ts";
import type { Choice } from "./choose-resource.ts";
import { ResourceRow } from "./resource-row.tsx";
import { UriField } from "./uri-field.tsx";
import { useUpdated } from "./use-updated.ts";

const RESOURCES = "resources";
const TEMPLATES = "resource-templates";

export type ResourceListsProps = {
	session: Session;
	list: List;
	resources: readonly Resource[];
	templateList: List;
	templates: readonly Resource[];
	choice: Choice | undefined;
};

/** Resources and templates under one search, and a field for a URI that neither has. */
export function ResourceLists({ session, list, resources, templateList, templates, choice }: ResourceListsProps) {
	const [query, setQuery] = useState("");
	const updated = useUpdated(session);
	const subscribed = new Set(session.subscriptions.filter(({ state }) => state === "active").map(({ uri }) => uri));
	const foundResources = searchItems(resources, query);
	const foundTemplates = searchItems(templates, query);
	const all = [...foundResources, ...foundTemplates];
	const chosenResource = choice?.kind === "resource" ? choice.resource : undefined;
	const chosenTemplate = choice?.kind === "template" ? choice.template : undefined;
	const chosen = chosenResource ?? chosenTemplate;
	const refresh = useAction(() =>
		Promise.all(([RESOURCES, "resourceTemplates"] as const).map((name) => callBridge("refreshList", { sessionId: session.id, list: name }))),
	);
	const read = useAction((uri: string) => sendRequest(session.id, "resources/read", resourceReadParams(uri)));
	const choose = (item: Resource | undefined) => item && setUrlState({ item: itemKey(item) });
	const open = (uri: string) => {
		setUrlState({ item: uri });
		if (session.state === "connected") read.run(uri);
	};
	const isOffered = list.state !== "absent" || templateList.state !== "absent";
	const common = { session, query, onClear: () => setQuery("") };
	return (
		<ListPane
			words={listWords.resources}
			count={resources.length}
			query={query}
			onQuery={setQuery}
			onRefresh={!refresh.busy && session.state === "connected" && isOffered ? refresh.run : undefined}
			found={all.length}
			at={chosen ? all.indexOf(chosen) : -1}
			onChooseAt={(at) => choose(all[at])}
			listId={() => (chosenTemplate ? TEMPLATES : RESOURCES)}
		>
			<div className="scroll-thin flex min-h-0 flex-1 flex-col">
				<ListNotes {...common} name="resources" list={list} found={foundResources.length} count={resources.length} problem={refresh.problem ?? read.problem} />
				<ItemList
					id={RESOURCES}
					label={listWords.resources.title}
					list={list}
					found={foundResources}
					chosen={chosenResource}
					onChoose={choose}
					onOpen={({ item }) => session.state === "connected" && read.run(item.id)}
					row={(resource) => (
						<ResourceRow
							session={session}
							kind="resource"
							resource={resource}
							isUpdated={updated.has(resource.item.id)}
							isSubscribed={subscribed.has(resource.item.id)}
						/>
					)}
				/>
			</div>
			{templateList.state !== "absent" && (templates.length > 0 || templateList.state !== "complete" || templateList.items.length > 0) && (
				<div className="flex max-h-[45%] min-h-0 flex-none flex-col border-t border-line-2">
					<Heading count={templates.length}>Templates</Heading>
					{isUnknown(templateList) ? (
						<p className="px-3 py-1.5 text-11 text-text-3">The server has none: it does not know resources/templates/list.</p>
					) : (
						<ListNotes {...common} name="resourceTemplates" list={templateList} found={foundTemplates.length} count={templates.length} problem={undefined} />
					)}
					<ItemList
						id={TEMPLATES}
						label={listWords.resourceTemplates.title}
						list={templateList}
						found={foundTemplates}
						chosen={chosenTemplate}
						onChoose={choose}
						row={(template) => <ResourceRow session={session} kind="template" resource={template} />}
					/>
				</div>
			)}
			{isOffered && <UriField onOpen={open} />}
		</ListPane>
	);
}

/** Many servers with resources have no templates and never heard of the method: no fault of theirs. */
const isUnknown = ({ state, message }: List): boolean => state === "failed" && message !== undefined && / was refused with -32601\b/.test(message);

function Heading({ count, children }: { count: number; children: ReactNode }) {
	return (
		<h2 className="flex h-6 flex-none items-center border-b border-line-1 bg-surface-2 px-3 text-11 font-medium text-text-3">
			{children}
			<span className="ml-auto font-normal tabular-nums">{formatCount(count)}</span>
		</h2>
	);
}
