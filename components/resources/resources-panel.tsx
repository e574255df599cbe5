"use client";
import { useMemo } from "react";
import { ExplorerSplit } from "@/components/explorer/explorer-split.tsx";
import { itemKey } from "@/components/explorer/item-key.ts";
import { listWords } from "@/components/explorer/list-words.ts";
import { NoItem } from "@/components/explorer/no-item.tsx";
import { type List, useList } from "@/lib/client/use-list.ts";
import { useSession } from "@/lib/client/use-session.ts";
import { useUrlState } from "@/lib/client/use-url-state.ts";
import { readResource } from "@/lib/mcp/read-resource.ts";
import type { Session } from "@/lib/protocol/session.ts";
import { chooseResource, unlistedResource } from "./choose-resource.ts";
import { ResourceDetail } from "./resource-detail.tsx";
import { ResourceLists } from "./resource-lists.tsx";
import { TemplateDetail } from "./template-detail.tsx";

/** The Resources explorer: resources and templates on the left, the chosen one on the right. */
export function ResourcesPanel() {
	const session = useSession();
	return session ? <SessionResources key={session.id} session={session} /> : null;
}

const useResources = ({ items }: List) => useMemo(() => items.filter(({ fault }) => fault === undefined).map(readResource), [items]);

function SessionResources({ session }: { session: Session }) {
	const list = useList(session, "resources");
	const templateList = useList(session, "resourceTemplates");
	const resources = useResources(list);
	const templates = useResources(templateList);
	const { item } = useUrlState();
	const choice = useMemo(() => chooseResource(item, resources, templates), [item, resources, templates]);
	// what is not in a list yet may be in one of its next pages
	const waits = choice?.kind === "unlisted" && (session.state === "connecting" || list.loading || templateList.loading);
	return (
		<ExplorerSplit
			words={listWords.resources}
			list={<ResourceLists session={session} list={list} resources={resources} templateList={templateList} templates={templates} choice={choice} />}
			detail={
				choice?.kind === "resource" ? (
					<ResourceDetail key={itemKey(choice.resource)} session={session} resource={choice.resource} isListed />
				) : choice?.kind === "template" ? (
					<TemplateDetail key={`template ${itemKey(choice.template)}`} session={session} template={choice.template} />
				) : choice && !waits ? (
					<ResourceDetail key={choice.uri} session={session} resource={unlistedResource(choice.uri)} isListed={false} />
				) : (
					<NoItem session={session} list={list} words={listWords.resources} count={resources.length + templates.length} wanted={item}>
						Its content appears here.
					</NoItem>
				)
			}
		/>
	);
}
