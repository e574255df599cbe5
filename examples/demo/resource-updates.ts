import type { McpServer } from "@modelcontextprotocol/server";

const TICK_MS = 3_000;

/**
 * Tells of updates of resources. In the legacy era a client subscribes to each by a request; in the modern one it opens a stream, and the
 * SDK sends along it only what was asked for.
 */
export function tellUpdates(server: McpServer, ticking: string): (uri: string) => void {
	const subscribed = new Set<string>();
	server.server.setRequestHandler("resources/subscribe", ({ params }) => {
		subscribed.add(params.uri);
		return {};
	});
	server.server.setRequestHandler("resources/unsubscribe", ({ params }) => {
		subscribed.delete(params.uri);
		return {};
	});
	const isModern = (): boolean => (server.server.getNegotiatedProtocolVersion() ?? "") >= "2026";
	const updated = (uri: string): void => {
		if (subscribed.has(uri) || isModern()) server.server.sendResourceUpdated({ uri }).catch(() => {}); // the client has left
	};
	setInterval(() => updated(ticking), TICK_MS).unref();
	return updated;
}
