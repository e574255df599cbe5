import { findItem } from "@/components/explorer/item-key.ts";
import type { Resource } from "@/lib/mcp/read-resource.ts";

export type Choice =
	| { readonly kind: "resource"; readonly resource: Resource }
	| { readonly kind: "template"; readonly template: Resource }
	/** a URI that no list has: the server may know it all the same */
	| { readonly kind: "unlisted"; readonly uri: string };

/** What the URL's `item` names: a URI or a template of the lists, else one of their names, else a URI of its own. */
export function chooseResource(key: string | undefined, resources: readonly Resource[], templates: readonly Resource[]): Choice | undefined {
	if (key === undefined) return undefined;
	const resource = findItem(resources, key);
	if (resource) return { kind: "resource", resource };
	const template = findItem(templates, key);
	if (template) return { kind: "template", template };
	const byName = resources.find(({ name }) => name === key);
	if (byName) return { kind: "resource", resource: byName };
	const templateByName = templates.find(({ name }) => name === key);
	if (templateByName) return { kind: "template", template: templateByName };
	return isUri(key) ? { kind: "unlisted", uri: key } : undefined;
}

/** Whether text begins like a URI (RFC 3986, scheme). */
export const isUri = (text: string): boolean => /^[a-z][a-z\d+.-]*:./i.test(text);

/** A resource that no list has, as the page shows it. */
export const unlistedResource = (uri: string): Resource => ({
	item: { index: -1, id: uri, name: uri, value: { kind: "object", members: [] }, duplicate: false },
	name: uri,
	title: undefined,
	description: "",
	mimeType: undefined,
	size: undefined,
	icons: { inline: undefined, remote: [] },
	notes: [],
});
